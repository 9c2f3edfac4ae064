import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../base/package-root.ts';
import { EXIT, UserError } from '../errors.ts';

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const PATH = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Folders that serve members and are none. */
const NOT_A_MEMBER = /(?:^|\/)(?:kit|samples|cases)(?:\/|$)/;

/** Creates the folder of a new source or check from its template. */
export async function run(args: readonly string[]): Promise<number> {
  const [sort, name] = args;
  if (sort !== 'check' && sort !== 'source')
    throw new UserError('usage', 'seawall new check NAME, or seawall new source FAMILY/NAME');
  if (name === undefined || !(sort === 'check' ? NAME : PATH).test(name) || NOT_A_MEMBER.test(name))
    throw new UserError('bad-name', name ?? '');
  const { writeTemplate } = await import('../templates/write.ts');
  if (!existsSync(join(PACKAGE_ROOT, 'src', 'checks')))
    throw new UserError('usage', 'templates need a checkout of Seawall');
  for (const path of writeTemplate(PACKAGE_ROOT, sort, name)) process.stdout.write(`made ${path}\n`);
  process.stdout.write(
    `then npm run format\nthen npx vitest run src/${sort === 'check' ? 'checks' : 'sources'}/${name}\n`,
  );
  return EXIT.nothing;
}
