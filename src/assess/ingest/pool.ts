import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { PACKAGE_ROOT } from '../../base/package-root.ts';
import type { Input } from './inputs.ts';
import type { FromWorker, PartRequest, ToWorker, WorkerSetup } from './messages.ts';
import type { PartResult } from './part.ts';
import type { PieceOutlet } from './read-input.ts';

/** One file for the pool, and where its pieces go. */
export interface PoolJob {
  readonly input: Input;
  readonly templates: ReadonlyMap<string, string>;
  readonly outlet: PieceOutlet;
}

/** Threads that read files side by side. */
export interface Pool {
  /** Reads one file. */
  read(job: PoolJob): Promise<void>;
  /** Waits for a free thread, then resolves; the part itself is read behind the inner promise. */
  readPart(request: PartRequest, outlet: PieceOutlet): Promise<{ readonly part: Promise<PartResult> }>;
  close(): Promise<void>;
}

/** In a checkout the worker is a module beside this one; in a build it is an entry of its own. */
function workerFile(): string {
  const beside = fileURLToPath(new URL('./worker.ts', import.meta.url));
  return existsSync(beside) ? beside : join(PACKAGE_ROOT, 'dist', 'cli', 'worker.js');
}

/** Starts the threads; they end with `close`. */
export async function startPool(options: { size: number; setup: WorkerSetup }): Promise<Pool> {
  const idle: Lane[] = [];
  const queue: ((lane: Lane) => void)[] = [];
  const lanes = Array.from(
    { length: options.size },
    () => new Lane(new Worker(workerFile(), { workerData: options.setup })),
  );
  idle.push(...lanes);
  const take = async (): Promise<Lane> =>
    idle.pop() ?? (await new Promise<Lane>((resolve) => queue.push(resolve)));
  const give = (lane: Lane): void => {
    const next = queue.shift();
    if (next) next(lane);
    else idle.push(lane);
  };
  const using = async <T>(lane: Lane, work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      give(lane);
    }
  };
  return {
    read: async (job) => {
      const lane = await take();
      await using(lane, lane.read(job));
    },
    readPart: async (request, outlet) => {
      const lane = await take();
      return { part: using(lane, lane.readPart(request, outlet)) };
    },
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** What a thread gives back when it is done. */
type Done = Extract<FromWorker, { type: 'done' }>;

/** One thread and what it is at. */
class Lane {
  private readonly worker: Worker;
  private outlet: PieceOutlet | null = null;
  private settle: { resolve: (done: Done) => void; reject: (error: Error) => void } | null = null;
  private chain: Promise<void> = Promise.resolve();

  constructor(worker: Worker) {
    this.worker = worker;
    worker.on('message', (message: FromWorker) => {
      this.chain = this.chain
        .then(() => this.handle(message))
        .catch((error: Error) => this.settle?.reject(error));
    });
    worker.on('error', (error) => this.settle?.reject(error as Error));
  }

  async read({ input, templates, outlet }: PoolJob): Promise<void> {
    const { name, path, size } = input;
    await this.run({ type: 'read', request: { name, path: path as string, size, templates } }, outlet);
  }

  async readPart(request: PartRequest, outlet: PieceOutlet): Promise<PartResult> {
    const done = await this.run({ type: 'part', request }, outlet);
    return done.part as PartResult;
  }

  private async run(message: ToWorker, outlet: PieceOutlet): Promise<Done> {
    this.outlet = outlet;
    return await new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.say(message);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private say(message: ToWorker): void {
    const moved = message.type === 'part' ? [message.request.bytes.buffer as ArrayBuffer] : [];
    this.worker.postMessage(message, moved);
  }

  private async handle(message: FromWorker): Promise<void> {
    const outlet = this.outlet as PieceOutlet;
    if (message.type === 'progress') outlet.progress(message.bytes);
    else if (message.type === 'done') this.settle?.resolve(message);
    else if (message.type === 'crashed') this.settle?.reject(new Error(message.text));
    else this.say({ type: 'reply', call: message.call, value: await this.store(message, outlet) });
  }

  private async store(message: Extract<FromWorker, { call: number }>, outlet: PieceOutlet): Promise<number> {
    if (message.type === 'begin') return await outlet.begin();
    if (message.type === 'records') await outlet.records(message.piece, message.batch);
    else if (message.type === 'flows') await outlet.flows(message.piece, message.batch);
    else if (message.type === 'contained') await outlet.contained(message.container, message.evidence);
    else await outlet.finish(message.piece, message.done);
    return 0;
  }
}
