import type { DeviceFacts } from '../../model/device-facts.ts';
import { accountsForCommands } from '../kit/accounting.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { IOS, iosFix } from '../kit/ios.ts';

const isOn = (facts: DeviceFacts, name: string): boolean =>
  facts.services.findLast((service) => service.name === name)?.enabled === true;

/** Nobody sees a change without the first; without the second the log stays on the device; the third guards secrets. */
function weaknesses(facts: DeviceFacts): readonly Weakness[] {
  if (!facts.logging.commandLogging) return [offWeakness(facts)];
  const out: Weakness[] = [];
  const notifies = isOn(facts, 'command-log-notify') || !IOS.has(facts.platform);
  if (!notifies || facts.logging.hosts.length === 0)
    out.push({
      key: 'stays',
      says: 'keeps its log of configuration commands to itself: no collector gets it',
      at: null,
      text: notifies
        ? 'no collector stands there'
        : 'no `notify syslog` stands under `archive`, `log config`',
    });
  if (IOS.has(facts.platform) && !isOn(facts, 'command-log-hidekeys'))
    out.push({
      key: 'keys',
      says: 'writes the secrets of typed commands into its log of configuration commands',
      at: null,
      text: 'no `hidekeys` stands under `archive`, `log config`',
    });
  return out;
}

const OFF: Readonly<Record<string, string>> = {
  junos: 'no host or file gets `interactive-commands` or `change-log` at `info`',
  sros: 'no log with `from change` goes to syslog, a file or SNMP',
};

function offWeakness(facts: DeviceFacts): Weakness {
  const accounts = IOS.has(facts.platform) && accountsForCommands(facts);
  return {
    key: 'off',
    says: 'keeps no log of the commands that change its configuration',
    at: null,
    text: OFF[facts.platform] ?? 'no `logging enable` stands under `archive`, `log config`',
    step: accounts ? -1 : 0,
    notes: accounts
      ? [
          'Accounting reports the commands of its terminal lines, but not what came by SNMP, NETCONF or the web.',
        ]
      : [],
  };
}

function fix(facts: DeviceFacts): Fix | null {
  return iosFix(facts, {
    lines: [
      'archive',
      ' log config',
      '  logging enable',
      '  notify syslog contenttype plaintext',
      '  hidekeys',
    ],
    back: ['archive', ' no log config'],
    first: facts.logging.hosts.length === 0 ? ['A collector must be set: `logging host <ADDRESS>`.'] : [],
    afterwards: ['show archive log config statistics', 'show running-config | section archive'],
  });
}

/** Changes of the configuration that leave no line in a log (hardening guidance of December 2024; facts H01). */
export const check: Check = hardeningCheck({
  id: 'config-change-unlogged',
  asks: 'Does this device report each command that changes its configuration?',
  title: 'configuration commands not logged',
  severity: 'low',
  attack: ['T1562.001'],
  areas: ['logging', 'aaa', 'lines'],
  platforms: new Set([...IOS, 'junos', 'sros']),
  weaknesses,
  open: () => null,
  cheapest: 'Change a description in a maintenance window, and look for the command at the collector.',
  fix,
  otherExplanations: [
    'Accounting to the AAA servers takes the place of the log of commands.',
    'Only an automation account may change configurations, and it keeps its own journal.',
  ],
  next: [
    'Set `archive`, `log config`, `logging enable`, `notify syslog contenttype plaintext`, `hidekeys`.',
    'Raise an alarm at the collector for %PARSER-5-CFGLOG_LOGGEDCMD outside of planned changes.',
  ],
  sources: [
    {
      title: 'Cisco: Configuration Change Notification and Logging',
      url: 'https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/config-mgmt/configuration/xe-16-10/config-mgmt-xe-16-10-book/cm-config-logger.html',
    },
  ],
});
