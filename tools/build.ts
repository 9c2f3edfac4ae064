// `npm run build`: dist/lib (one file per module, with declarations, for those who import Seawall) and
// dist/cli (the command line in one bundle, split so that what is imported lazily stays lazy).
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { COMPILED_FILE } from '../src/base/compiled.ts';
import type { LateLibraries } from '../src/base/late.ts';
import { compileContent } from './compile-content.ts';

const ROOT = join(import.meta.dirname, '..');
// bin/seawall.js runs a bundle only when it bears this number and the package's version.
const LAYOUT = 1;
// Each a file of its own, which src/base/late.ts loads at its first use.
const LATE: readonly (keyof LateLibraries)[] = ['papaparse', 'tldts', 'yaml', 'zod'];

function buildLibrary(): void {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: ROOT, stdio: 'inherit' });
}

// Few files rather than fifty: each one costs a look-up, a read and a check of its own at every start.
const GROUPS = [
  { name: 'base', test: /\/src\/(?:base|standards|model)\//, priority: 3 },
  {
    name: 'arrow',
    test: /\/src\/(?:sources|intel|identity|coverage|checks|findings|incidents|scope|notify|assess(?!\/ingest\/worker)|store\/engines|reports\/(?:html|table|kit))\/|\/node_modules\/kysely\//,
    priority: 2,
  },
];

// Commander wants child_process for subcommands that are programs of their own. Seawall has none, and loading it costs
// a tenth of a start.
const NO_PROGRAMS: Plugin = {
  name: 'commander-without-programs',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === 'node:child_process' && importer?.includes('/commander/') ? '\0no-programs' : null,
  load: (id) => (id === '\0no-programs' ? 'export default {};' : null),
};

async function buildCommandLine(): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [NO_PROGRAMS],
    // DuckDB carries native code, which no bundle can hold.
    ssr: { noExternal: true, external: ['@duckdb/node-api'], target: 'node' },
    build: {
      ssr: true,
      outDir: 'dist/cli',
      target: 'es2024',
      minify: false,
      license: { fileName: 'third-party-licenses.md' },
      rolldownOptions: {
        input: {
          main: join(ROOT, 'src/cli/main.ts'),
          worker: join(ROOT, 'src/assess/ingest/worker.ts'),
          ...Object.fromEntries(LATE.map((name) => [`late-${name}`, name])),
        },
        // Every chunk lies in dist/cli itself: two folders below the package root, as src/<stage>/*.ts is.
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: { groups: GROUPS },
          // Names stay, for the sake of stack traces; only white space and comments go.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  });
}

function buildContent(): void {
  writeFileSync(join(ROOT, 'dist/cli', COMPILED_FILE), compileContent());
}

function stamp(): void {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  writeFileSync(join(ROOT, 'dist/cli/build.json'), `${JSON.stringify({ layout: LAYOUT, version })}\n`);
}

if (!existsSync(join(ROOT, 'src/cli/main.ts'))) {
  console.error('build: src/cli/main.ts is missing, so there is no command line to build.');
  process.exit(1);
}
rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
buildLibrary();
await buildCommandLine();
buildContent();
stamp();
