import type { IntelIndex } from '../../intel/index.ts';
import { SOURCES } from '../../sources/index.ts';
import type { Keyed } from '../../sources/kit/contract.ts';
import type { ReadMark } from '../../store/contract.ts';
import type { Case } from '../case.ts';
import { stillThere } from '../case.ts';
import { cutOff } from './cut-off.ts';
import {
  type CurrentReading,
  contextFingerprint,
  intelFingerprint,
  isStale,
  templateContext,
} from './fingerprints.ts';
import { fileInput, type Input, type Skipped } from './inputs.ts';
import { makeKeyed } from './keyed.ts';
import { type Pool, startPool } from './pool.ts';
import { type PieceOutlet, readInput } from './read-input.ts';
import { inThisThread, readLarge, splittable } from './read-large.ts';
import type { ReadEnvironment } from './read-part.ts';
import { isIntelligence } from './scout.ts';

/** Below this many bytes a worker costs more than it saves. */
const WORTH_WORKERS = 24 * 1024 * 1024;
/** Reading again may bring new templates or packs, which may ask for reading again; more rounds than this are a bug. */
const MOST_ROUNDS = 4;

/** How to add evidence. */
export interface AddOptions {
  readonly inputs: readonly Input[];
  /** Threads; 1 reads in this one. */
  readonly workers: number;
  readonly progress?: (progress: Progress) => void;
  /** Told which files are read too, since an earlier run that was cut off was given them. */
  readonly resumed?: (names: readonly string[]) => void;
}

/** How far reading has come, in bytes as they lie on disk. */
export interface Progress {
  readonly bytes: number;
  readonly total: number | null;
  readonly name: string;
}

/** What adding evidence did. */
export interface Added {
  readonly read: number;
  readonly again: number;
  readonly skipped: readonly Skipped[];
  /** Names of evidence that should be read again for new intelligence or readers, but is no longer there. */
  readonly gone: readonly string[];
}

/**
 * Reads inputs into a case: intelligence first, then everything else, then what has to be read again because of it. What
 * an earlier run did not finish is read with them: nobody may take a case for whole because the rest was forgotten.
 */
export async function addEvidence(opened: Case, options: AddOptions): Promise<Added> {
  const left = await cutOff(opened.store, options.inputs);
  if (left.length > 0) options.resumed?.(left.map((i) => i.name));
  const inputs = [...options.inputs, ...left];
  await opened.store.expect(inputs);
  const run = new Run(opened, { ...options, inputs });
  const intel: Input[] = [];
  const rest: Input[] = [];
  for (const input of inputs)
    ((await isIntelligence(input, opened.options.content)) ? intel : rest).push(input);
  await run.readAll(intel, null);
  await run.readAll(rest, null);
  const again = await run.refresh();
  await opened.seal();
  return { read: inputs.length, again: again.count, skipped: [], gone: again.gone };
}

class Run {
  private readonly opened: Case;
  private readonly options: AddOptions;
  private readonly keyed: Keyed;
  private readonly total: number;
  private bytes = 0;

  constructor(opened: Case, options: AddOptions) {
    this.opened = opened;
    this.options = options;
    this.keyed = makeKeyed(opened.options.key);
    this.total = sizeOf(options.inputs);
  }

  /** Reads inputs; with a context each is read again in place of what it gave before. */
  async readAll(inputs: readonly Input[], again: Again | null): Promise<void> {
    if (inputs.length === 0) return;
    const scannedWith = intelFingerprint(await this.opened.packs());
    const index = await this.opened.index();
    const pool = await this.pool(sizeOf(inputs));
    try {
      const read = (input: Input): Promise<void> => this.readOne({ input, pool, index, scannedWith, again });
      if (pool) await Promise.all(inputs.map(read));
      else for (const input of inputs) await read(input);
    } finally {
      await pool?.close();
    }
    await this.opened.arrivals.commit();
    await this.opened.store.arrived(inputs);
  }

  /** Reads again what was read with other intelligence, readers or templates than there are now. */
  async refresh(): Promise<{ count: number; gone: string[] }> {
    let count = 0;
    const gone = new Set<string>();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const stale = await this.staleEvidence();
      const readable = stale.filter((e) => stillThere(e.path));
      for (const evidence of stale) if (!stillThere(evidence.path)) gone.add(evidence.name);
      if (readable.length === 0) break;
      for (const group of groupByPath(readable)) {
        const templates = templateContext(group.missing, await this.opened.store.templates());
        const input = { ...fileInput(group.path, null), name: group.name };
        await this.readAll([input], { templates, missing: group.missing });
        count += 1;
      }
    }
    return { count, gone: [...gone].sort() };
  }

  private async staleEvidence(): Promise<
    readonly { path: string | null; name: string; missingTemplates: readonly string[] }[]
  > {
    const now: CurrentReading = {
      scannedWith: intelFingerprint(await this.opened.packs()),
      readWith: this.opened.readWith,
      templates: await this.opened.store.templates(),
    };
    return (await this.opened.store.evidence()).filter((e) => isStale(e, now));
  }

  private async pool(total: number): Promise<Pool | null> {
    if (this.options.workers < 2 || total < WORTH_WORKERS) return null;
    return await startPool({ size: this.options.workers, setup: await this.setup() });
  }

  private async setup(): Promise<Parameters<typeof startPool>[0]['setup']> {
    const { opened } = this;
    return {
      anchor: opened.store.settings.anchor,
      key: opened.options.key,
      content: opened.options.content,
      packs: await opened.packs(),
    };
  }

  private async readOne(job: Job): Promise<void> {
    await this.read(job);
    if (this.opened.arrivals.settled) await this.opened.store.arrived([job.input]);
  }

  private async read({ input, pool, index, scannedWith, again }: Job): Promise<void> {
    const templates = again?.templates ?? new Map<string, string>();
    const mark = {
      path: input.path,
      scannedWith,
      templatesWith: contextFingerprint(templates),
      readWith: this.opened.readWith,
      replaces: again !== null,
    };
    const outlet = this.outlet(input, mark, again?.missing ?? []);
    if (pool && input.path !== null) {
      const large = await splittable(input, SOURCES, this.opened.options.content);
      if (large)
        await readLarge({ input, source: large, read: (part, to) => pool.readPart(part, to), outlet });
      else await pool.read({ input, templates, outlet });
      return;
    }
    const env = this.environment(templates, index);
    const large = await splittable(input, SOURCES, this.opened.options.content);
    if (large) await readLarge({ input, source: large, read: inThisThread(env), outlet });
    else await readInput(input, env, outlet);
  }

  private environment(templates: ReadonlyMap<string, string>, index: IntelIndex): ReadEnvironment {
    const { opened, keyed } = this;
    return {
      sources: SOURCES,
      selection: opened.selection,
      anchor: opened.store.settings.anchor,
      keyed,
      scanner: index.size > 0 ? index.scanner : null,
      templates,
      content: opened.options.content,
    };
  }

  private outlet(input: Input, mark: ReadMark, missing: readonly string[]): PieceOutlet {
    const { arrivals } = this.opened;
    const { total } = this;
    return {
      begin: () => arrivals.begin(),
      records: (piece, batch) => arrivals.records(piece, batch),
      flows: (piece, batch) => arrivals.flows(piece, batch),
      contained: (container, evidence) => arrivals.contained(container, evidence),
      finish: (handle, { part, id, name, hashed }) => {
        const missingTemplates = [...new Set([...missing, ...part.missingTemplates])].sort();
        return arrivals.finish({ handle, mark, id, name, hashed, part: { ...part, missingTemplates } });
      },
      progress: (bytes) => {
        this.bytes += bytes;
        this.options.progress?.({ bytes: this.bytes, total: total > 0 ? total : null, name: input.name });
      },
    };
  }
}

/** Reading again: the templates that other evidence gives. */
interface Again {
  readonly templates: ReadonlyMap<string, string>;
  /** What it lacks by itself; kept, so that a change in the templates of other evidence shows. */
  readonly missing: readonly string[];
}

interface Job {
  readonly input: Input;
  readonly pool: Pool | null;
  /** One for all that is read together, as `scannedWith` says, whatever packs come meanwhile. */
  readonly index: IntelIndex;
  readonly scannedWith: string;
  readonly again: Again | null;
}

function sizeOf(inputs: readonly Input[]): number {
  return inputs.reduce((sum, input) => sum + (input.size ?? 0), 0);
}

interface PathGroup {
  readonly path: string;
  readonly name: string;
  readonly missing: readonly string[];
}

/** Members of one archive are read again together; the name before `!` is the name of the input. */
function groupByPath(
  evidence: readonly { path: string | null; name: string; missingTemplates: readonly string[] }[],
): PathGroup[] {
  const groups = new Map<string, { name: string; missing: Set<string> }>();
  for (const { path, name, missingTemplates } of evidence) {
    if (path === null) continue;
    const group = groups.get(path) ?? { name: name.split('!')[0] as string, missing: new Set<string>() };
    for (const key of missingTemplates) group.missing.add(key);
    groups.set(path, group);
  }
  return [...groups.keys()].sort().map((path) => {
    const { name, missing } = groups.get(path) as { name: string; missing: Set<string> };
    return { path, name, missing: [...missing].sort() };
  });
}
