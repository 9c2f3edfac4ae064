/** One report of a TACACS+ server about one network device, as its file has it. */
export interface Report {
  /** Address or name of the device. */
  readonly device: string;
  readonly account: string;
  readonly terminal: string;
  readonly from: string;
  readonly what: 'start' | 'stop' | 'update' | 'login';
  /** Set for `login` only. */
  readonly passed: boolean;
  /** Attributes by name; where one stands twice, the first counts, since later text may have been typed by a user. */
  readonly attributes: ReadonlyMap<string, string>;
}

const VERBS: ReadonlySet<string> = new Set(['start', 'stop', 'update']);
const PAIR = /^([A-Za-z][\w.-]{0,63})([=*])(.*)$/s;
const MOST_ATTRIBUTES = 256;

/** Reads the columns behind the time stamp: device, account, terminal, address, verb, attributes. Null when none fit. */
export function readReport(columns: readonly string[]): Report | null {
  const [device = '', account = '', terminal = '', from = '', verb = ''] = columns;
  if (!/^[\w.:/-]{1,128}$/.test(device)) return null;
  const who = { device, account, terminal, from };
  if (VERBS.has(verb)) {
    const what = verb as 'start' | 'stop' | 'update';
    return { ...who, what, passed: false, attributes: readAttributes(columns.slice(5)) };
  }
  const login = /^(?:\w+ )?(?:login|enable \d+) (succeeded|failed|denied)/.exec(verb);
  if (!login) return null;
  return { ...who, what: 'login', passed: login[1] === 'succeeded', attributes: new Map() };
}

/** Joins pieces that begin with no name of an attribute to the one before: a command may hold what separates them. */
function readAttributes(pieces: readonly string[]): Map<string, string> {
  const out = new Map<string, string>();
  let last = '';
  for (const piece of pieces) {
    const pair = PAIR.exec(piece);
    const name = pair?.[1] ?? '';
    if (pair && !out.has(name) && out.size < MOST_ATTRIBUTES) {
      out.set(name, pair[3] ?? '');
      last = name;
    } else if (last !== '') out.set(last, `${out.get(last)} ${piece}`);
  }
  return out;
}
