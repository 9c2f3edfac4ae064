import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { SETTING_KEYS, type SettingKey } from './keys.ts';

/** A value as settings hold it. */
export type SettingValue = string | readonly string[] | boolean | number | null;

/** A setting with where it comes from. */
export interface Resolved {
  readonly value: SettingValue;
  /** `--flag`, `SEAWALL_NAME`, the path of a file, or `default`. */
  readonly origin: string;
}

/** All settings, by name. */
export type Settings = ReadonlyMap<string, Resolved>;

/** Where settings may come from; tests give their own. */
export interface SettingSources {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly projectFile: string;
  readonly userFile: string;
}

/** The usual places. */
export function usualSources(flags: Readonly<Record<string, unknown>>): SettingSources {
  const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  return {
    flags,
    environment: process.env,
    projectFile: 'seawall.yaml',
    userFile: join(config, 'seawall', 'seawall.yaml'),
  };
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

async function readFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(path)) return {};
  const { parse } = await import('yaml');
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'), { maxAliasCount: 0 });
  } catch (error) {
    throw new UserError(
      'bad-setting',
      `${path}: ${error instanceof Error ? error.message.split('\n')[0] : 'not YAML'}`,
    );
  }
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value))
    throw new UserError('bad-setting', `${path} is no list of settings`);
  for (const name of Object.keys(value)) {
    if (!SETTING_KEYS.some((k) => k.name === name))
      throw new UserError('bad-setting', `${path}: there is no setting "${name}"`);
  }
  return value as Record<string, unknown>;
}

function isMapping(raw: unknown): raw is Readonly<Record<string, string | number | boolean>> {
  return (
    typeof raw === 'object' &&
    raw !== null &&
    Object.values(raw).every((v) => v !== null && typeof v !== 'object')
  );
}

function convert(key: SettingKey, raw: unknown, origin: string): SettingValue {
  const bad = (wanted: string): never => {
    throw new UserError(
      'bad-setting',
      `${key.name} from ${origin} must be ${wanted}, and is ${JSON.stringify(raw)}`,
    );
  };
  if (key.form === 'list') {
    if (Array.isArray(raw)) return raw.map(String);
    if (key.name === 'facts' && isMapping(raw))
      return Object.entries(raw).map(([name, value]) => `${name}=${String(value)}`);
    return typeof raw === 'string'
      ? raw
          .split(',')
          .map((s) => s.trim())
          .filter((s) => s !== '')
      : bad('a list');
  }
  if (key.form === 'flag') {
    if (typeof raw === 'boolean') return raw;
    return raw === '1' || raw === 'true'
      ? true
      : raw === '0' || raw === 'false' || raw === ''
        ? false
        : bad('true or false');
  }
  if (key.form === 'number') {
    const n = Number(raw);
    return Number.isInteger(n) && n >= 1 && n <= 64 ? n : bad('a whole number from 1 to 64');
  }
  if (raw instanceof Date) return raw.toISOString();
  return typeof raw === 'string' || typeof raw === 'number' ? String(raw) : bad('text');
}

/** Works out every setting: flag before environment before project file before user file before default. */
export async function resolveSettings(sources: SettingSources): Promise<Settings> {
  const project = await readFile(sources.projectFile);
  const user = await readFile(sources.userFile);
  const out = new Map<string, Resolved>();
  for (const key of SETTING_KEYS) {
    const variable = `SEAWALL_${key.name.replaceAll('-', '_').toUpperCase()}`;
    const candidates: readonly (readonly [unknown, string])[] = [
      [sources.flags[camel(key.name)], `--${key.name}`],
      [sources.environment[variable], variable],
      [project[key.name], sources.projectFile],
      [user[key.name], sources.userFile],
    ];
    const found = candidates.find(([value]) => value !== undefined && value !== null);
    out.set(
      key.name,
      found
        ? { value: convert(key, found[0], found[1]), origin: found[1] }
        : { value: key.fallback, origin: 'default' },
    );
  }
  return out;
}

/** The text of a setting, or null. */
export function textOf(settings: Settings, name: string): string | null {
  const value = settings.get(name)?.value;
  return typeof value === 'string' ? value : null;
}

/** The items of a list setting. */
export function listOf(settings: Settings, name: string): readonly string[] {
  const value = settings.get(name)?.value;
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** A setting that is a time, in milliseconds UTC; a date means its first moment. */
export function timeOf(settings: Settings, name: string): number | null {
  const text = textOf(settings, name);
  if (text === null) return null;
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(iso)
    ? Date.parse(iso)
    : Number.NaN;
  // Date.parse takes 31 April for 1 May; somebody who writes it means neither.
  const day = iso.slice(0, 10);
  if (Number.isNaN(at) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)
    throw new UserError('bad-time', `${name} is "${text}"`);
  return at;
}
