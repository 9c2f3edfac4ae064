import { CASE_ENGINES, type OpenCase } from '../../src/store/engines/index.ts';
import { digest, MARK, record } from './case-parts.ts';

const records = (seed: string): ReturnType<typeof record>[] =>
  Array.from({ length: 500 }, (_, byte) => record(seed, { byte }));

/** Finishes one piece of evidence, is in the middle of another, and waits to be killed; SIGTERM lets it finish. */
export async function writeAndWait(engine: string, path: string): Promise<void> {
  const open = await (CASE_ENGINES[engine] as () => Promise<OpenCase>)();
  const store = await open(path, { id: 'a1', created: 0, anchor: 0 });
  const whole = await store.begin();
  await store.addRecords(whole, records('whole'));
  await store.finish(whole, digest({ seed: 'whole' }), MARK);
  const cut = await store.begin();
  await store.addRecords(cut, records('cut'));
  process.on('SIGTERM', () => {
    void store
      .finish(cut, digest({ seed: 'cut' }), MARK)
      .then(() => store.close())
      .then(() => process.exit(0));
  });
  setInterval(() => {}, 1000);
  process.stdout.write('writing\n');
}
