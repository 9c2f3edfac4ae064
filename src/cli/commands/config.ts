import { printable } from '../../base/printable.ts';
import { EXIT, UserError } from '../errors.ts';
import { type Row, sayRows } from '../output.ts';
import { SETTING_KEYS } from '../settings/keys.ts';
import { resolveSettings, type SettingSources, type Settings, usualSources } from '../settings/resolve.ts';

/** Shows the settings in force. */
export async function run(
  args: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  if (args[0] !== 'show') throw new UserError('usage', 'seawall config show [--origin]');
  const { origin, ...rest } = flags;
  const sources: SettingSources = usualSources(rest);
  sayRows(configRows(await resolveSettings(sources), origin === true));
  return EXIT.nothing;
}

/** One row a setting. */
export function configRows(settings: Settings, origin: boolean): Row[] {
  return SETTING_KEYS.map((key) => {
    const found = settings.get(key.name);
    const value =
      found?.value === null || found === undefined
        ? '(none)'
        : Array.isArray(found.value)
          ? found.value.join(',') || '(none)'
          : String(found.value);
    const text = origin ? `from ${found?.origin ?? 'default'}` : key.about;
    return { head: `${key.name.padEnd(13)}  ${printable(value, 200).padEnd(16)}  `, text };
  });
}
