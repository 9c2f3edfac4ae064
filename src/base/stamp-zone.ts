/**
 * Minutes east of UTC of zone names that devices write. Names that several places use have the reading of the
 * Americas and Europe (CST is US Central, BST is British Summer Time); IST is left out since India, Ireland and
 * Israel share it.
 */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['GMT', 0],
  ['UT', 0],
  ['Z', 0],
  ['WET', 0],
  ['WEST', 60],
  ['BST', 60],
  ['CET', 60],
  ['MET', 60],
  ['CEST', 120],
  ['MEST', 120],
  ['EET', 120],
  ['EEST', 180],
  ['MSK', 180],
  ['TRT', 180],
  ['GST', 240],
  ['PKT', 300],
  ['ICT', 420],
  ['WIB', 420],
  ['SGT', 480],
  ['HKT', 480],
  ['AWST', 480],
  ['PHT', 480],
  ['JST', 540],
  ['KST', 540],
  ['ACST', 570],
  ['AEST', 600],
  ['ACDT', 630],
  ['AEDT', 660],
  ['NZST', 720],
  ['NZDT', 780],
  ['BRT', -180],
  ['NST', -210],
  ['NDT', -150],
  ['AST', -240],
  ['ADT', -180],
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
  ['AKST', -540],
  ['AKDT', -480],
  ['HST', -600],
]);

/** Minutes east of UTC of a zone name in capitals, or null when the table has none of that name. */
export function zoneOffset(name: string): number | null {
  return ZONES.get(name) ?? null;
}

function isUpper(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

/** Reads the zone behind a time: `Z`, `+02:00`, `+0200`, `+02`, or a name of up to five capitals. */
export class ZoneReader {
  /** Minutes east of UTC, 0 when the name is unknown. */
  zone = 0;
  /** False when a name was read that the table does not have. */
  known = true;
  /** Offset just after the zone. */
  end = 0;
  private bytes: Uint8Array = new Uint8Array(0);
  private to = 0;
  private name = '';
  private packed = -1;

  /** Reads a zone that begins at `from`, before `to`; false when none does. */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    if (from >= to) return false;
    this.bytes = bytes;
    this.to = to;
    const first = bytes[from] as number;
    if (first === 43 || first === 45) return this.numeric(from, first === 45 ? -1 : 1);
    return isUpper(first) && this.named(from);
  }

  private two(at: number): number {
    if (at + 2 > this.to) return -1;
    const high = (this.bytes[at] as number) - 48;
    const low = (this.bytes[at + 1] as number) - 48;
    return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : -1;
  }

  private numeric(from: number, sign: number): boolean {
    const hours = this.two(from + 1);
    if (hours < 0 || hours > 15) return false;
    const colon = this.bytes[from + 3] === 58 ? 1 : 0;
    const minutes = this.two(from + 3 + colon);
    const written = minutes >= 0 && minutes < 60;
    this.zone = (hours * 60 + (written ? minutes : 0)) * sign;
    this.known = true;
    this.end = written ? from + 5 + colon : from + 3;
    return true;
  }

  private named(from: number): boolean {
    const { bytes, to } = this;
    let at = from;
    let packed = 0;
    while (at < to && isUpper(bytes[at] as number)) {
      packed = packed * 32 + (bytes[at] as number) - 64;
      at += 1;
      if (at - from > 5) return false;
    }
    if (at - from < 2 && bytes[from] !== 90) return false;
    if (packed !== this.packed) this.look(packed);
    const zone = ZONES.get(this.name);
    this.zone = zone ?? 0;
    this.known = zone !== undefined;
    this.end = at;
    return true;
  }

  private look(packed: number): void {
    let name = '';
    for (let rest = packed; rest > 0; rest = Math.floor(rest / 32)) {
      name = String.fromCharCode(64 + (rest % 32)) + name;
    }
    this.packed = packed;
    this.name = name;
  }
}
