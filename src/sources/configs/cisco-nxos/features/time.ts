import { addSources } from '../../kit/cisco-sources.ts';
import { addTime as addCommonTime } from '../../kit/cisco-time.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { type Scope } from '../scope.ts';

const SOURCES: Readonly<Record<string, string>> = {
  'ntp source-interface': 'ntp',
  'ntp source': 'ntp',
  'ip tacacs source-interface': 'tacacs',
  'ip radius source-interface': 'radius',
  'ip dns source-interface': 'dns',
  'ip ftp source-interface': 'ftp',
  'ip tftp source-interface': 'tftp',
  'ip ssh source-interface': 'ssh',
  'ip telnet source-interface': 'telnet',
  'ip scp source-interface': 'scp',
  'ip sftp source-interface': 'sftp',
  'snmp-server source-interface trap': 'snmp',
  'snmp-server source-interface traps': 'snmp',
  'snmp-server source-interface inform': 'snmp-informs',
  'snmp-server source-interface informs': 'snmp-informs',
};

/** Time servers, zone, and the interfaces whose address the device uses for its own traffic. */
export function addTime(book: RuleBook<Scope>): void {
  addCommonTime(book);
  addSources(book, SOURCES);
  book.aside(
    'time setting',
    'ntp commit, ntp distribute, ntp access-group match-all, ntp rts-update, ntp drop, clock protocol, clock format, ptp',
  );
}
