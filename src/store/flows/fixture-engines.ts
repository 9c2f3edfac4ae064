// The engines of the flow store, each opened empty in a folder of its own; for tests.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlowStore } from './contract.ts';
import { FLOW_ENGINES } from './index.ts';

/** Makes the rows of `describe.each`: name and opener of each engine; the caller removes `scratch` at the end. */
export function engines(): {
  readonly scratch: string;
  readonly rows: readonly (readonly [string, () => Promise<FlowStore>])[];
} {
  const scratch = mkdtempSync(join(tmpdir(), 'seawall-flows-'));
  let folders = 0;
  const parquet = async (): Promise<FlowStore> => {
    folders += 1;
    return await (await FLOW_ENGINES.parquet())(join(scratch, String(folders)));
  };
  const memory = async (): Promise<FlowStore> => await (await FLOW_ENGINES.memory())('');
  return {
    scratch,
    rows: [
      ['memory', memory],
      ['parquet', parquet],
    ],
  };
}
