import { parentPort, workerData } from 'node:worker_threads';
import { CHECKS } from '../../checks/index.ts';
import { buildIndex, warningLists } from '../../intel/index.ts';
import { SOURCES } from '../../sources/index.ts';
import { fileInput } from './inputs.ts';
import { makeKeyed } from './keyed.ts';
import type { FromWorker, PartRequest, ReadRequest, ToWorker, WorkerSetup } from './messages.ts';
import { type PieceOutlet, readInput } from './read-input.ts';
import { inThisThread } from './read-large.ts';
import type { ReadEnvironment } from './read-part.ts';
import { Selection } from './selection.ts';

// This file runs in a worker thread: it reads files and hands over what they say; the main thread stores it.
const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker thread only');
const setup = workerData as WorkerSetup;
const index = buildIndex(setup.packs, { now: setup.anchor, warnings: warningLists(setup.content) });
const base: Omit<ReadEnvironment, 'templates'> = {
  sources: SOURCES,
  selection: new Selection(CHECKS.flatMap((c) => c.selects)),
  anchor: setup.anchor,
  keyed: makeKeyed(setup.key),
  scanner: index.size > 0 ? index.scanner : null,
  content: setup.content,
};

const waiting = new Map<number, (value: number) => void>();
let calls = 0;

function tell(message: FromWorker): void {
  port?.postMessage(message);
}

async function ask(make: (call: number) => FromWorker): Promise<number> {
  calls += 1;
  const call = calls;
  const reply = new Promise<number>((resolve) => waiting.set(call, resolve));
  tell(make(call));
  return await reply;
}

const outlet: PieceOutlet = {
  begin: () => ask((call) => ({ type: 'begin', call })),
  records: async (piece, batch) => void (await ask((call) => ({ type: 'records', call, piece, batch }))),
  flows: async (piece, batch) => void (await ask((call) => ({ type: 'flows', call, piece, batch }))),
  finish: async (piece, done) => void (await ask((call) => ({ type: 'finish', call, piece, done }))),
  contained: async (container, evidence) =>
    void (await ask((call) => ({ type: 'contained', call, container, evidence }))),
  progress: (bytes) => tell({ type: 'progress', bytes }),
};

async function read(request: ReadRequest): Promise<void> {
  const input = { ...fileInput(request.path, request.size), name: request.name };
  await readInput(input, { ...base, templates: request.templates }, outlet);
  tell({ type: 'done', part: null });
}

const readLargePart = inThisThread({ ...base, templates: new Map() });

async function readLarge(request: PartRequest): Promise<void> {
  const { part } = await readLargePart(request, outlet);
  tell({ type: 'done', part: await part });
}

port.on('message', (message: ToWorker) => {
  if (message.type === 'reply') {
    waiting.get(message.call)?.(message.value);
    waiting.delete(message.call);
    return;
  }
  const work = message.type === 'read' ? read(message.request) : readLarge(message.request);
  work.catch((error: unknown) => {
    tell({ type: 'crashed', text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
});
