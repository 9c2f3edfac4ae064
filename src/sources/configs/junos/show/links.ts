import { canonicalIp } from '../../../../base/ip.ts';
import type { StateView } from '../../../../model/device-state.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const FACE = /^([a-z][\w:/-]{0,40}(?:\.\d{1,10})?) +(up|down) +(up|down)(?: +.{0,200})?$/;
const TUNNEL = /^(?:(?:gr|ip|mt)-.*|(?:st|fti)\d+)\.\d+$/;

/** Reads `show interfaces terse`: which tunnels are up. The view is whole only when all interfaces were asked for. */
export class FacesReader implements Show {
  readonly view?: StateView;

  /** The command tells whether all were asked for. */
  constructor(command: string) {
    if (/^show +int\S* +terse *(?:\| *no-more *)?$/.test(command)) this.view = 'tunnels';
  }

  /** See Show. */
  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const face = entry.indent === 0 ? FACE.exec(text) : null;
    if (!face)
      return entry.indent > 0 || /^Interface +Admin|^(?:fpc|node|re)\d+:|^-{3,}/.test(text) ? READ : BROKEN;
    const name = face[1] as string;
    if (TUNNEL.test(name)) {
      const at = { line: entry.line, lineEnd: entry.line };
      const up = face[2] === 'up' && face[3] === 'up';
      stateOf(draft).tunnels.push({ ...at, name, source: null, destination: null, up });
    }
    return READ;
  }
}

const IPSEC = /^[<>](\d{1,12}) +\S+ +.{0,120}? (\S{2,60})$/;
const IKE = /^(\d{1,12}) +(UP|DOWN|MATURE) +\S+ +\S+ +(?:\S+ +)?(\S{2,60})$/i;
const HEADING = /^(?:Total active tunnels|ID +Algorithm|Index +State|node\d+:|-{3,}|There are no)/i;

/** Reads `show security ipsec security-associations` and `… ike …`: tunnels that stand, by their far end. */
export class IpsecReader implements Show {
  private readonly kind: 'ipsec' | 'ike';
  private readonly seen = new Set<string>();

  /** The two outputs differ in their columns. */
  constructor(kind: 'ipsec' | 'ike') {
    this.kind = kind;
  }

  /** See Show. */
  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    if (HEADING.test(text)) return READ;
    const found = this.kind === 'ipsec' ? IPSEC.exec(text) : IKE.exec(text);
    const far = found?.at(-1);
    const destination = far === undefined ? null : canonicalIp(far);
    if (!found || destination === null) return BROKEN;
    const name = `${this.kind} ${found[1]}`;
    if (this.seen.has(name)) return READ;
    this.seen.add(name);
    const at = { line: entry.line, lineEnd: entry.line };
    const up = this.kind === 'ipsec' || /^(?:up|mature)$/i.test(found[2] ?? '');
    stateOf(draft).tunnels.push({ ...at, name, source: null, destination, up });
    return READ;
  }
}
