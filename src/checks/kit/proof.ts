import type { At, DeviceFacts } from '../../model/device-facts.ts';
import type { Conversation } from '../../model/flow.ts';
import type { RecordBase } from '../../model/record.ts';
import type { Proof } from '../../model/verdict.ts';

/** Proof by a record: its own line, scrubbed already. */
export function recordProof(record: RecordBase, shows: string): Proof {
  return { ref: record.ref, text: record.text, at: record.at, shows };
}

/** Proof by lines of a configuration; `text` is written anew from the facts, so that no secret can stand in it. */
export function factProof(facts: DeviceFacts, at: At, say: { text: string; shows: string }): Proof {
  const ref = { evidence: facts.evidence, line: at.line, lineEnd: at.lineEnd, byte: 0, length: 0 };
  return { ref, text: say.text, at: facts.takenAt, shows: say.shows };
}

/** Proof by a whole configuration, for something that stands nowhere in it. */
export function absenceProof(facts: DeviceFacts, shows: string): Proof {
  const name = facts.hostname ?? 'this device';
  return factProof(facts, { line: 1, lineEnd: 1 }, { text: `configuration of ${name}`, shows });
}

/** Proof by flows: ends, protocol, and how much went over. */
export function flowProof(talk: Conversation, shows: string): Proof {
  const ends = `${talk.src}:${talk.srcPort} -> ${talk.dst}:${talk.dstPort}`;
  const text = `${ends} protocol ${talk.protocol}, ${talk.flows} flows, ${talk.packets} packets, ${talk.bytes} bytes`;
  return { ref: talk.ref, text, at: talk.first, shows };
}
