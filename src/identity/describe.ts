import type { Device } from '../model/device.ts';
import type { DeviceFacts } from '../model/device-facts.ts';
import type { Tie } from '../model/digest.ts';
import type { Origin } from '../model/record.ts';

/** What is known of one device. */
export interface DeviceParts {
  readonly origins: readonly Origin[];
  readonly snapshots: readonly DeviceFacts[];
  readonly ties: readonly Tie[];
}

function after(origins: readonly Origin[], prefix: string): string[] {
  return [...new Set(origins.filter((o) => o.startsWith(prefix)).map((o) => o.slice(prefix.length)))].sort();
}

function firstOf(values: readonly (string | null | undefined)[]): string | null {
  return [...new Set(values.filter((v): v is string => typeof v === 'string' && v !== ''))].sort()[0] ?? null;
}

function sortOf(parts: DeviceParts): Device['sort'] {
  if (parts.origins.some((o) => o.startsWith('system:'))) return 'system';
  if (parts.snapshots.length > 0) return 'router';
  const hints = new Set(parts.ties.map((t) => t.sort));
  if (hints.has('router')) return 'router';
  if (hints.has('host')) return 'host';
  return hints.has('system') ? 'system' : 'unknown';
}

/** Puts together one device; its id is the configured host name, else the name, address or serial that sorts first. */
export function describeDevice(parts: DeviceParts): Device {
  const names = after(parts.origins, 'name:');
  const addresses = after(parts.origins, 'addr:');
  const serials = after(parts.origins, 'serial:');
  const system = after(parts.origins, 'system:')[0];
  const configured = firstOf(parts.snapshots.map((s) => s.hostname?.toLowerCase()));
  const latest = [...parts.snapshots].sort((a, b) => (a.takenAt ?? 0) - (b.takenAt ?? 0)).at(-1);
  const because = new Set(parts.ties.filter((t) => t.origins.length > 1).map((t) => t.because));
  if (parts.snapshots.length > 0)
    because.add(`${parts.snapshots.length} snapshots name its host name, interface addresses or serial`);
  return {
    id: system
      ? `system:${system}`
      : (configured ?? names[0] ?? addresses[0] ?? serials[0] ?? parts.origins[0] ?? 'unnamed'),
    origins: [...parts.origins].sort(),
    names,
    addresses,
    serials,
    vendor: latest?.vendor ?? firstOf(parts.ties.map((t) => t.vendor)),
    platform: latest?.platform ?? null,
    model: firstOf(parts.snapshots.map((s) => s.model)) ?? firstOf(parts.ties.map((t) => t.model)),
    role: firstOf(parts.ties.map((t) => t.role)),
    site: firstOf(parts.ties.map((t) => t.site)),
    inventoried: parts.ties.some((t) => t.inventoried === true),
    sort: sortOf(parts),
    because: [...because].sort(),
  };
}
