import type { Select } from '../../checks/kit/contract.ts';
import type { RecordKind, SeawallRecord } from '../../model/record.ts';

/** Records that are always kept: they are few and every answer may need them. */
const ALWAYS: readonly RecordKind[] = ['sighting', 'register', 'file', 'access'];

/** Which records the checks want kept, worked out once for all of them. */
export class Selection {
  private readonly kinds: ReadonlySet<RecordKind>;
  private readonly exact = new Set<string>();
  private readonly prefixes: string[] = [];
  private readonly known = new Map<string, boolean>();

  /** Takes the selects of all checks. */
  constructor(selects: readonly Select[]) {
    const kinds = new Set<RecordKind>(ALWAYS);
    for (const select of selects) {
      for (const kind of select.records) if (kind !== 'log') kinds.add(kind);
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
    return record.kind === 'log' ? this.wantsLog(record.mnemonic) : this.kinds.has(record.kind);
  }
}
