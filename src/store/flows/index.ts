import type { OpenFlowStore } from './contract.ts';

/** The engines of the flow store by name; each is loaded when first asked for. */
export const FLOW_ENGINES: {
  readonly memory: () => Promise<OpenFlowStore>;
  readonly parquet: () => Promise<OpenFlowStore>;
} = {
  memory: async () => (await import('./memory/engine.ts')).openMemory,
  parquet: async () => (await import('./parquet/engine.ts')).openParquet,
};
