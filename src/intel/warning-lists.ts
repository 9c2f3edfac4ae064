import { inNetwork, type Network, parseNetwork } from '../base/ip.ts';
import { type IntelValue, readValue } from './value.ts';

/** Values that many harmless parties use, so that a match would say nothing; each with the reason. */
export interface WarningLists {
  /** Why the value is on a list; null when it is on none. */
  why(value: IntelValue): string | null;
  readonly size: number;
}

const ADDRESSED: ReadonlySet<IntelValue['type']> = new Set(['ipv4', 'ipv6', 'network']);
const FOLDER = /(?:^|\/)warninglists\/[^/]+\.txt$/;

/** No warnings at all. */
export const NO_WARNINGS: WarningLists = { why: () => null, size: 0 };

/**
 * Reads the warning lists among the content files (`warninglists/*.txt`: a value a line, `#` and a reason behind it).
 * A domain is warned of itself, not its subdomains; a network is warned of with every address and smaller network in it.
 */
export function warningLists(content: ReadonlyMap<string, string>): WarningLists {
  const exact = new Map<string, string>();
  const networks: { readonly network: Network; readonly why: string }[] = [];
  for (const path of [...content.keys()].filter((name) => FOLDER.test(name)).sort())
    for (const line of (content.get(path) ?? '').split('\n')) {
      const [text = '', why = ''] = line.split('#', 2).map((part) => part.trim());
      const value = readValue(text);
      if (!value) continue;
      exact.set(value.value, why);
      const network = value.type === 'network' ? parseNetwork(value.value) : null;
      if (network) networks.push({ network, why });
    }
  return { why: (value) => exact.get(value.value) ?? around(value, networks), size: exact.size };
}

function around(
  value: IntelValue,
  networks: readonly { readonly network: Network; readonly why: string }[],
): string | null {
  if (networks.length === 0 || !ADDRESSED.has(value.type)) return null;
  const asked = parseNetwork(value.value);
  if (!asked) return null;
  const { base, bits } = asked;
  return networks.find(({ network }) => network.bits <= bits && inNetwork(base, network))?.why ?? null;
}
