import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { camelCase, constantName } from './names.ts';
import { addToRegistry, type RegistryLine } from './registry.ts';

/** What can be made from a template. */
export type TemplateSort = 'check' | 'source';

const END = '.txt';

/**
 * Makes the folder of a new check (`tunnel-from-nowhere`) or source (`logs/vendor-os`) in the checkout `root`, and names
 * it in its registry. Returns the paths that were written, from the root. Never writes over anything.
 */
export function writeTemplate(root: string, sort: TemplateSort, name: string): string[] {
  const registry = sort === 'check' ? 'src/checks/index.ts' : 'src/sources/index.ts';
  const folder = join(dirname(registry), name);
  if (existsSync(join(root, folder))) throw new UserError('exists', folder);
  const before = readFileSync(join(root, registry), 'utf8');
  const words = wordsOf(sort, name, before);
  const after = addToRegistry(before, lineOf(sort, name, words.constant));
  if (after === null) throw new UserError('usage', `${registry} is not a list that a line can be added to`);
  const templates = join(root, 'src', 'cli', 'templates', sort);
  const made = readdirSync(templates, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(END))
    .map((entry) => join(entry.parentPath, entry.name).slice(templates.length + 1))
    .sort()
    .map((file) => {
      const path = join(folder, file.slice(0, -END.length));
      mkdirSync(dirname(join(root, path)), { recursive: true });
      const text = fill(readFileSync(join(templates, file), 'utf8'), words);
      writeFileSync(join(root, path), text, { flag: 'wx' });
      return path;
    });
  writeFileSync(join(root, registry), after);
  return [...made, registry];
}

interface Words {
  /** `logs/vendor-os` */
  readonly name: string;
  /** `vendor-os` */
  readonly member: string;
  /** `vendorOs` */
  readonly constant: string;
}

function wordsOf(sort: TemplateSort, name: string, registry: string): Words {
  const member = name.split('/').at(-1) as string;
  const constant = constantName(member, sort === 'check' ? 'Check' : 'Source', registry);
  return { name, member, constant };
}

function lineOf(sort: TemplateSort, name: string, constant: string): RegistryLine {
  return sort === 'check'
    ? { path: `./${name}/check.ts`, imported: `check as ${constant}`, constant }
    : { path: `./${name}/source.ts`, imported: constant, constant };
}

function fill(template: string, { name, member, constant }: Words): string {
  const camel = camelCase(member);
  return template
    .replaceAll('__NAME__', name)
    .replaceAll('__MEMBER__', member)
    .replaceAll('__CONST__', constant)
    .replaceAll('__CLASS__', camel.charAt(0).toUpperCase() + camel.slice(1));
}
