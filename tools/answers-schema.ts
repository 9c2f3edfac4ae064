// Writes the published JSON Schema of the JSON report. `node tools/answers-schema.ts`
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersJsonSchema } from '../src/reports/json/schema.ts';

const folder = join(import.meta.dirname, '..', 'schemas');
mkdirSync(folder, { recursive: true });
const text = `${JSON.stringify(answersJsonSchema(), null, 2)}\n`;
writeFileSync(join(folder, 'seawall.answers-1.schema.json'), text);
