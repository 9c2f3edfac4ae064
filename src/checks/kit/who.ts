import type { CommandRecord, LoginRecord } from '../../model/record.ts';
import type { DeviceView } from '../../model/view.ts';

/** Who did something and from where, as reports say it: `svc_netmon from 198.51.100.77`. */
export function whoText({ account, from }: Pick<CommandRecord | LoginRecord, 'account' | 'from'>): string {
  const name = account === '' ? 'an account without a name' : account;
  return from === null ? name : `${name} from ${from}`;
}

/** Name of the subject for people: systems without their prefix. */
export function subjectName({ device }: Pick<DeviceView, 'device'>): string {
  return device.id.replace(/^system:/, '');
}

/** The accounts of records, each once, in order. */
export function accountsOf(records: readonly { readonly account: string }[]): string[] {
  return [...new Set(records.map((r) => r.account).filter((name) => name !== ''))].sort();
}

/** The addresses that records came from, each once, in order. */
export function originsOf(records: readonly { readonly from: string | null }[]): string[] {
  return [...new Set(records.map((r) => r.from).filter((from) => from !== null))].sort();
}
