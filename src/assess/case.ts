import { randomBytes } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../base/time.ts';
import { CHECKS } from '../checks/index.ts';
import { buildIndex, builtinPacks, type IntelIndex, warningLists } from '../intel/index.ts';
import type { IntelPack } from '../model/indicator.ts';
import { SOURCES } from '../sources/index.ts';
import type { CaseStore } from '../store/contract.ts';
import { CASE_ENGINES } from '../store/engines/index.ts';
import type { FlowStore } from '../store/flows/contract.ts';
import { FLOW_ENGINES } from '../store/flows/index.ts';
import { Arrivals } from './ingest/arrival.ts';
import { readFingerprint } from './ingest/fingerprints.ts';
import { CASE_FILE } from './ingest/inputs.ts';
import { Selection } from './ingest/selection.ts';

/** How to open a case. */
export interface CaseOptions {
  /** Folder of the case; null keeps everything in memory. */
  readonly folder: string | null;
  readonly now: Instant;
  /** Key of secrets and persons; lies outside the case. */
  readonly key: Uint8Array;
  readonly content: ReadonlyMap<string, string>;
  /** Id of a new case; random when left out. */
  readonly id?: string;
  /** False leaves the intelligence that Seawall brings along out (tests). */
  readonly builtinIntel?: boolean;
}

/** An open case: its state, its flows and its intelligence. */
export class Case {
  readonly store: CaseStore;
  readonly options: CaseOptions;
  readonly selection: Selection = new Selection(CHECKS.flatMap((c) => c.selects));
  readonly readWith: string;
  readonly arrivals: Arrivals;
  private builtin: readonly IntelPack[] | null = null;
  private flowStore: Promise<FlowStore> | null = null;
  private indexed: { key: string; index: IntelIndex } | null = null;

  private constructor(store: CaseStore, options: CaseOptions) {
    this.store = store;
    this.options = options;
    this.readWith = readFingerprint(SOURCES, CHECKS, options.content);
    this.arrivals = new Arrivals(store, () => this.flows());
  }

  /** Opens or creates a case. */
  static async open(options: CaseOptions): Promise<Case> {
    if (options.folder !== null) mkdirSync(options.folder, { recursive: true });
    const path = options.folder === null ? ':memory:' : join(options.folder, CASE_FILE);
    const engine = await (CASE_ENGINES['sqlite'] as (typeof CASE_ENGINES)[string])();
    const id = options.id ?? randomBytes(8).toString('hex');
    return new Case(await engine(path, { id, created: options.now, anchor: options.now }), options);
  }

  /**
   * The flow store, opened when first asked for, and once: readers side by side ask at the same moment, and what one of
   * two stores holds unsealed the other knows nothing of. It clears away what a killed run left, so that only the
   * process that has the case to itself may ask for it (the command line locks the folder).
   */
  async flows(): Promise<FlowStore> {
    this.flowStore ??= this.openFlows();
    return await this.flowStore;
  }

  private async openFlows(): Promise<FlowStore> {
    const { folder } = this.options;
    const open = await (folder === null ? FLOW_ENGINES.memory() : FLOW_ENGINES.parquet());
    const opened = await open(folder === null ? '' : join(folder, 'segments'));
    await this.forgetOrphans(opened);
    return opened;
  }

  /** A run that was killed may leave sealed flows of evidence that was never finished. */
  private async forgetOrphans(flows: FlowStore): Promise<void> {
    const known = new Set((await this.store.evidence()).map((e) => String(e.handle)));
    const sealed = (await flows.seal()).flatMap((segment) => segment.evidence);
    for (const handle of new Set(sealed)) if (!known.has(handle)) await flows.forget(handle);
  }

  /** True when the case holds flows, so that the flow store is worth opening. */
  async hasFlows(): Promise<boolean> {
    return this.flowStore !== null || (await this.store.evidence()).some((e) => e.flows > 0);
  }

  /** All intelligence: what Seawall brings along and what the case was given. */
  async packs(): Promise<readonly IntelPack[]> {
    this.builtin ??= this.options.builtinIntel === false ? [] : builtinPacks(this.options.content);
    return [...this.builtin, ...(await this.store.packs())];
  }

  /** The index over all intelligence; built again only when a pack came. */
  async index(): Promise<IntelIndex> {
    const packs = await this.packs();
    const key = packs.map((p) => p.id).join('\n');
    if (this.indexed?.key !== key) {
      this.indexed = {
        key,
        index: buildIndex(packs, {
          now: this.store.settings.anchor,
          warnings: warningLists(this.options.content),
        }),
      };
    }
    return this.indexed.index;
  }

  /** Makes everything so far durable: flows are sealed into segments, and the state is on the disk. */
  async seal(): Promise<void> {
    await (await this.flowStore)?.seal();
    await this.store.sync();
  }

  /** Closes files; the case can be opened again. */
  async close(): Promise<void> {
    await (await this.flowStore)?.close();
    await this.store.close();
  }
}

/** True when the file of a piece of evidence is still there to be read again. */
export function stillThere(path: string | null): boolean {
  if (path === null) return false;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
