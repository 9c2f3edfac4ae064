import type { z as Zod } from 'zod';
import { recall, remember } from '../../base/compiled.ts';
import { late } from '../../base/late.ts';
import { compareReleases } from '../../base/release-order.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { PlatformDefault } from '../../model/platform-default.ts';

/** One file of content/vendors. */
interface VendorFile {
  readonly platforms: readonly string[];
  readonly defaults: readonly Omit<PlatformDefault, 'platforms'>[];
}

function vendorSchema(): Zod.ZodType<VendorFile> {
  const z = late('zod');
  const release = z.string().min(1).max(60).nullable().default(null);
  return z.strictObject({
    platforms: z.array(z.string().regex(/^[a-z][a-z0-9-]{1,30}$/)).min(1),
    defaults: z
      .array(
        z.strictObject({
          setting: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
          is: z.union([z.enum(['on', 'off']), z.number()]),
          from: release,
          before: release,
          note: z.string().nullable().default(null),
          source: z.strictObject({ title: z.string().min(1), url: z.url() }),
        }),
      )
      .max(500),
  });
}

/** The defaults of content/vendors, in order of path; files that do not fit are named with what is wrong. */
export function loadPlatformDefaults(content: ReadonlyMap<string, string>): {
  defaults: PlatformDefault[];
  problems: string[];
} {
  const defaults: PlatformDefault[] = [];
  const problems: string[] = [];
  for (const path of [...content.keys()].filter((p) => /^vendors\/[^/]+\.ya?ml$/.test(p)).sort()) {
    const file = readFile(content.get(path) ?? '');
    if (typeof file === 'string') problems.push(`${path}: ${file}`);
    else defaults.push(...file.defaults.map((each) => ({ ...each, platforms: file.platforms })));
  }
  return { defaults, problems };
}

function readFile(text: string): VendorFile | string {
  const known = recall('vendors', text);
  if (known !== undefined) return known as VendorFile;
  try {
    const file = vendorSchema().safeParse(late('yaml').parse(text, { maxAliasCount: 0 }));
    if (!file.success) return file.error.issues[0]?.message ?? 'does not fit';
    remember('vendors', text, file.data);
    return file.data;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * What holds for a setting on which the configuration of this device is silent. Null when we do not know: no row, or
 * rows that differ between releases and the release is not known.
 */
export function defaultOf(
  defaults: readonly PlatformDefault[],
  facts: DeviceFacts,
  setting: string,
): PlatformDefault | null {
  const rows = defaults.filter((row) => row.setting === setting && row.platforms.includes(facts.platform));
  const release = facts.version?.text ?? null;
  const fitting = rows.filter((row) => (release === null ? true : covers(row, release)));
  const [first] = fitting;
  return first && fitting.every((row) => row.is === first.is) ? first : null;
}

function covers({ from, before }: PlatformDefault, release: string): boolean {
  if (from !== null && !((compareReleases(release, from) ?? -1) >= 0)) return false;
  return before === null || (compareReleases(release, before) ?? 0) < 0;
}
