// Writes the example below a folder: node examples/harbor-telecom/generator/main.ts --out DIR
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';
import { writeFiles } from './output.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
if (values.out === undefined) {
  console.error('Say where to write: --out DIR');
  process.exitCode = 2;
} else {
  const files = generate();
  writeFiles(values.out, files);
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  console.log(
    `${files.length} files, ${bytes} bytes of synthetic evidence, intelligence and answer key in ${values.out}`,
  );
}
