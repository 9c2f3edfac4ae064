import { at, SECOND } from '../fleet/clock.ts';
import { deviceNamed } from '../fleet/fleet.ts';
import { ACTOR } from '../fleet/people.ts';
import { type LogEvent, logEvent } from '../logs/event.ts';
import { SILENCE, SNMP_WRITE_AT, WEB_CONFIG_AT } from './moments.ts';

const onFoothold = (): LogEvent[] => {
  const device = deviceNamed('pe-chi-02');
  const say = (iso: string, text: string): LogEvent => logEvent(device, at(iso), text);
  const host = (address: string, verb: string): string =>
    `%SYS-6-LOGGINGHOST_STARTSTOP: Logging to host ${address} port 514 ${verb} - CLI initiated`;
  return [
    logEvent(
      device,
      WEB_CONFIG_AT,
      '%SYS-5-CONFIG_P: Configured programmatically by process SEP_webui_wsma_http from console as svc_netmon on vty63',
    ),
    say(
      '2026-10-21T02:32:41Z',
      '%LINEPROTO-5-UPDOWN: Line protocol on Interface Tunnel48213, changed state to up',
    ),
    say('2026-10-24T03:21:02Z', '%BUFCAP-6-ENABLE: Capture Point mycap enabled.'),
    say('2026-10-24T03:57:45Z', '%BUFCAP-6-DISABLE: Capture Point mycap disabled.'),
    say(
      '2026-10-25T01:11:40Z',
      '%VIRT_SERVICE-5-ACTIVATION_STATE: Successfully activated virtual service guestshell+',
    ),
    say(
      '2026-10-25T07:14:58Z',
      '%VIRT_SERVICE-5-ACTIVATION_STATE: Successfully deactivated virtual service guestshell+',
    ),
    logEvent(device, SILENCE[0] - 14 * SECOND, host('10.250.0.61', 'stopped')),
    logEvent(device, SILENCE[1], host('10.250.0.61', 'started')),
  ];
};

const elsewhere = (): LogEvent[] => [
  logEvent(
    deviceNamed('ce-gary-01'),
    SNMP_WRITE_AT,
    `%SYS-5-CONFIG_I: Configured from ${ACTOR.drop} by snmp`,
  ),
  logEvent(
    deviceNamed('agg-tol-01'),
    at('2026-10-28T16:04:31Z'),
    '%BUFCAP-6-ENABLE: Capture Point chg20644 enabled.',
  ),
  logEvent(
    deviceNamed('agg-tol-01'),
    at('2026-10-28T16:06:01Z'),
    '%BUFCAP-6-DISABLE: Capture Point chg20644 disabled.',
  ),
  logEvent(
    deviceNamed('pe-mil-01'),
    at('2026-10-22T15:11:58Z'),
    '%LINEPROTO-5-UPDOWN: Line protocol on Interface Tunnel100, changed state to up',
  ),
];

// A planned reload: the device counts from one again and first knows no time.
const reload = (): LogEvent[] => {
  const device = deviceNamed('ce-racine-01');
  const start = at('2026-11-07T06:12:10Z');
  return [
    logEvent(
      device,
      start - 70 * SECOND,
      '%SYS-5-RELOAD: Reload requested by r.castillo on vty0 (10.250.0.22). Reload Reason: CHG-20701.',
    ),
    {
      ...logEvent(device, start, '%SYS-5-RESTART: System restarted -- Cisco IOS Software, synthetic'),
      uptime: '00:01:02',
      restart: true,
    },
    {
      ...logEvent(
        device,
        start + 4 * SECOND,
        '%LINK-3-UPDOWN: Interface GigabitEthernet0/0, changed state to up',
      ),
      uptime: '00:01:06',
    },
    {
      ...logEvent(
        device,
        start + 9 * SECOND,
        '%SNMP-5-COLDSTART: SNMP agent on host ce-racine-01 is undergoing a cold start',
      ),
      uptime: '00:01:11',
    },
  ];
};

/** Messages of the intrusion, of the approved look-alikes and of one planned reload. */
export function storyEvents(): LogEvent[] {
  return [...onFoothold(), ...elsewhere(), ...reload()];
}

/** True for a message that the device numbered but, with its log hosts removed, sent to nobody. */
export function isSilenced(event: LogEvent): boolean {
  return event.device.name === 'pe-chi-02' && event.at > SILENCE[0] && event.at < SILENCE[1];
}
