// `npm run build`: dist/lib (one file per module, with declarations, for those who import Seawall) and
// dist/cli (the command line in one bundle, split so that what is imported lazily stays lazy).
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
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

async function buildCommandLine(): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
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
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
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
