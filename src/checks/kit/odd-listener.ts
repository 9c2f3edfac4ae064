import { MINUTE } from '../../base/time.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from './addresses.ts';
import { makeHit } from './hit.ts';
import type { Talk } from './listeners.ts';
import { flowProof } from './proof.ts';

/** Bytes above which a talk in both directions is a session and no chance (facts B04). */
const MUCH = 10_000;
/** A talk longer than this is a session too. */
const LONG = 10 * MINUTE;

/** True for a session: an answer, and much or long talk. A single port of a chance connection seldom has either. */
export function isSession({ received, sent, first, last }: Talk): boolean {
  return received > 0 && sent > 0 && (received + sent > MUCH || last - first > LONG);
}

/** True when the client came back to the same port: a chance port of the device would be another one each time. */
export function cameBack({ first, last, flows }: Talk): boolean {
  return flows >= 4 && last - first > 60 * MINUTE;
}

/** What a finding says of a talk. */
export interface ListenerWords {
  /** Stands after `ADDRESS`: `spoke SSH with`. */
  readonly does: string;
  readonly key: string;
}

/** The hit for a client that talks to a port on which the device should not listen. */
export function listenerHit(view: DeviceView, talk: Talk, words: ListenerWords): Hit {
  const { client, port, first, last, flows, conversations } = talk;
  const external = isExternalText(client);
  const session = isSession(talk);
  const back = cameBack(talk);
  const notes: string[] = [];
  if (external) notes.push('The address lies outside the private space.');
  if (!session) notes.push('No answer was seen, or too little went over for a session.');
  if (session && !back)
    notes.push('It came once, so the port may have been one of the device for a connection out.');
  const severity: Severity = session && external ? 'high' : session && back ? 'medium' : 'low';
  return makeHit({
    key: words.key,
    title: `${client} ${words.does} ${view.device.id} on TCP port ${port}`,
    severity,
    confidence: session && back ? 'high' : session && external ? 'medium' : 'low',
    first,
    last,
    count: flows,
    proof: conversations
      .slice(0, 10)
      .map((c) => flowProof(c, view.owns(c.src) ? 'the device answers' : 'the client asks')),
    addresses: [client],
    notes,
  });
}
