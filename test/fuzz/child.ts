import { problemOf } from './check-source.ts';
import { mutate, randomOf } from './mutate.ts';
import { samplesOf, sourcesNamed } from './samples.ts';

// Runs in a caged process (node --permission: no network, no children, no writes). What breaks goes out on stdout.
const [word = 'all', seconds = '10', seedText = '1'] = process.argv.slice(2);
const sources = sourcesNamed(word);
const share = (Number(seconds) * 1000) / Math.max(1, sources.length);
let total = 0;
for (const source of sources) {
  const samples = samplesOf(source);
  const random = randomOf(Number(seedText));
  const until = performance.now() + share;
  let runs = 0;
  while (performance.now() < until && samples.length > 0) {
    const sample = samples[Math.floor(random() * samples.length)] as (typeof samples)[number];
    const bytes = mutate(sample.bytes, random);
    const chunk = 1 + Math.floor(random() * (random() < 0.2 ? 7 : 70_000));
    const problem = problemOf(source, bytes, chunk);
    runs += 1;
    if (problem === null) continue;
    const input = Buffer.from(bytes).toString('base64');
    process.stdout.write(`${JSON.stringify({ source: source.id, problem, chunk, input })}\n`);
    break;
  }
  total += runs;
  process.stdout.write(`${JSON.stringify({ source: source.id, runs, samples: samples.length })}\n`);
}
process.stdout.write(`${JSON.stringify({ total })}\n`);
