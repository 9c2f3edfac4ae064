// Compiles the AssemblyScript kernels below src to WebAssembly and writes them as text beside their source.
// `node tools/kernels.ts` writes; a test compares what would be written with what is there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(import.meta.dirname, '..');

/** Each kernel: its source, and the module that carries it. */
export const KERNELS: readonly { readonly source: string; readonly module: string }[] = [
  { source: 'src/intel/scan/kernel/outline.as', module: 'src/intel/scan/kernel/outline-wasm.ts' },
];

/** As much of the compiler as is used; its own types would change those of the whole project. */
interface Compiler {
  main(
    args: readonly string[],
    host: {
      readFile(name: string): string | null;
      writeFile(name: string, contents: string | Uint8Array): void;
      listFiles(): string[];
      readonly stderr: { write(text: string | Uint8Array): void };
    },
  ): Promise<{ readonly error: Error | null }>;
}
const COMPILER: string = 'assemblyscript/asc';

const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd'];

/** The module that carries the kernel compiled from a file; throws what the compiler says when it says anything. */
export async function compileKernel(source: string): Promise<string> {
  let binary: Uint8Array = new Uint8Array(0);
  const text = readFileSync(source, 'utf8');
  const { default: asc } = (await import(COMPILER)) as { readonly default: Compiler };
  const said: string[] = [];
  const { error } = await asc.main(['kernel.ts', ...OPTIONS, '--outFile', 'kernel.wasm'], {
    readFile: (name) => (name === 'kernel.ts' ? text : null),
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
    stderr: { write: (text) => void said.push(String(text)) },
  });
  if (error) throw new Error(`${source}: ${error.message}\n${said.join('')}`);
  return moduleText(source, Buffer.from(binary).toString('base64'));
}

function moduleText(source: string, base64: string): string {
  const lines = (base64.match(/.{1,100}/g) ?? []).map((line) => `  '${line}',`);
  const name = source.slice(source.lastIndexOf('/') + 1);
  const head = `// Made from ${name} by tools/kernels.ts; not to be edited.\n`;
  return `${head}/** WebAssembly of ${name}, in Base64. */\nexport const OUTLINE_WASM: string = [\n${lines.join('\n')}\n].join('');\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { source, module } of KERNELS)
    writeFileSync(join(ROOT, module), await compileKernel(join(ROOT, source)));
}
