import { EXIT, UserError } from '../errors.ts';
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
  process.stdout.write(`${configLines(await resolveSettings(sources), origin === true).join('\n')}\n`);
  return EXIT.nothing;
}

/** One line a setting. */
export function configLines(settings: Settings, origin: boolean): string[] {
  return SETTING_KEYS.map((key) => {
    const found = settings.get(key.name);
    const value =
      found?.value === null || found === undefined
        ? '(none)'
        : Array.isArray(found.value)
          ? found.value.join(',') || '(none)'
          : String(found.value);
    const from = origin ? `  from ${found?.origin ?? 'default'}` : '';
    return `${key.name.padEnd(14)} ${value.padEnd(24)}${from || `  ${key.about}`}`;
  });
}
