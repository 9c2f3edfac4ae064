import type { HolidayList } from '../base/calendar-holidays.ts';

/** How a jurisdiction's days are counted where the caller names no time zone. */
export interface Reckoning {
  readonly zone: string;
  readonly holidays: HolidayList;
  /** What we took for granted about business days, said with every deadline counted in them. */
  readonly assumption: string;
}

const NO_LIST = 'Counted Monday to Friday without public holidays';

const RECKONINGS: Readonly<Record<string, Reckoning>> = {
  US: {
    zone: 'America/New_York',
    holidays: 'us-federal',
    assumption:
      'Counted Monday to Friday without US federal holidays (5 U.S.C. 6103); the day of the event is not counted. Days closed by order are known only if they were entered',
  },
  UK: {
    zone: 'Europe/London',
    holidays: 'england-wales',
    assumption:
      'Counted Monday to Friday without the bank holidays of England and Wales; Scotland and Northern Ireland differ',
  },
  EU: {
    zone: 'Europe/Brussels',
    holidays: 'none',
    assumption: `${NO_LIST}, because the Union has no common list; member states differ`,
  },
  AU: { zone: 'Australia/Sydney', holidays: 'none', assumption: `${NO_LIST}; states and territories differ` },
  CA: { zone: 'America/Toronto', holidays: 'none', assumption: `${NO_LIST}; provinces differ` },
  IN: { zone: 'Asia/Kolkata', holidays: 'none', assumption: `${NO_LIST}; states differ` },
};

const UNKNOWN: Reckoning = {
  zone: 'UTC',
  holidays: 'none',
  assumption: `${NO_LIST} and in UTC, because this jurisdiction's calendar is not known here`,
};

/** The time zone, holiday list and stated assumption for a jurisdiction code such as US or EU. */
export function reckoningOf(jurisdiction: string): Reckoning {
  return Object.hasOwn(RECKONINGS, jurisdiction) ? (RECKONINGS[jurisdiction] ?? UNKNOWN) : UNKNOWN;
}
