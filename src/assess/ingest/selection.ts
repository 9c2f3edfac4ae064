import { decodePercent } from '../../base/percent.ts';
import type { Select } from '../../checks/kit/contract.ts';
import type { RecordKind, SeawallRecord } from '../../model/record.ts';

/** Records that are always kept: they are few and every answer may need them. */
const ALWAYS: readonly RecordKind[] = ['sighting', 'register', 'file', 'access'];

/** Which records the checks want kept, worked out once for all of them. */
export class Selection {
  private readonly kinds: ReadonlySet<RecordKind>;
  private readonly exact = new Set<string>();
  private readonly prefixes: string[] = [];
  private readonly uris: string[] = [];
  private readonly known = new Map<string, boolean>();

  /** Takes the selects of all checks. */
  constructor(selects: readonly Select[]) {
    const kinds = new Set<RecordKind>(ALWAYS);
    for (const select of selects) {
      for (const kind of select.records) if (kind !== 'log' && kind !== 'http') kinds.add(kind);
      if (select.records.includes('http')) this.uris.push(...(select.uris ?? ['']));
      if (!select.records.includes('log')) continue;
      for (const mnemonic of select.mnemonics ?? []) {
        if (mnemonic.endsWith('*')) this.prefixes.push(mnemonic.slice(0, -1));
        else this.exact.add(mnemonic);
      }
    }
    this.kinds = kinds;
  }

  /** True when some check wants log messages with this mnemonic. */
  wantsLog(mnemonic: string): boolean {
    let wanted = this.known.get(mnemonic);
    if (wanted === undefined) {
      wanted = this.exact.has(mnemonic) || this.prefixes.some((prefix) => mnemonic.startsWith(prefix));
      if (this.known.size < 100_000) this.known.set(mnemonic, wanted);
    }
    return wanted;
  }

  /** True when the record is to be kept. */
  keeps(record: SeawallRecord): boolean {
    if (record.kind === 'log') return this.wantsLog(record.mnemonic);
    if (record.kind === 'http') return this.wantsUri(record.uri);
    return this.kinds.has(record.kind);
  }

  private wantsUri(uri: string): boolean {
    if (this.uris.length === 0) return false;
    const forms = [uri.toLowerCase()];
    for (let i = 0; i < 2 && (forms.at(-1) as string).includes('%'); i += 1) {
      forms.push(decodePercent(forms.at(-1) as string).toLowerCase());
    }
    return forms.some((form) => this.uris.some((wanted) => form.includes(wanted)));
  }
}
