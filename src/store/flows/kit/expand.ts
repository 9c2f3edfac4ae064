import { parseIp } from '../../../base/ip.ts';
import type { Conversation } from '../../../model/flow.ts';
import type { FlowSighting } from '../contract.ts';
import type { Match, Matcher } from './matcher.ts';

function matchesOf(matcher: Matcher, address: string): Match[] {
  const ip = parseIp(address);
  if (!ip) return [];
  return ip.version === 4 ? matcher.match4(ip.value) : matcher.match6(ip.value);
}

/** Turns conversations into sightings: one for each value that either side matches, ordered by value. */
export function expandSightings(conversations: readonly Conversation[], matcher: Matcher): FlowSighting[] {
  const out: FlowSighting[] = [];
  for (const conversation of conversations) {
    const matches = new Map<string, Match>();
    for (const side of [conversation.src, conversation.dst])
      for (const match of matchesOf(matcher, side)) matches.set(`${match.value} ${match.near}`, match);
    for (const [, match] of [...matches].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
      out.push({ conversation, ...match });
  }
  return out;
}
