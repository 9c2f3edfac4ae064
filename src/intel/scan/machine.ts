/** Actions that the machine asks for when a byte ends something; bits of the action of a transition. */
export const ACTION: { readonly ip4: 1; readonly name: 2; readonly hash: 4; readonly ip6: 8 } = {
  ip4: 1,
  name: 2,
  hash: 4,
  ip6: 8,
};

/** Classes of bytes that the machine tells apart; 0 is every other byte. */
const DIGIT = 1;
const HEX = 2;
const LETTER = 3;
const DOT = 4;
const DASH = 5;
const COLON = 6;
const CLASSES = 8;

/** Class of each byte. */
export const BYTE_CLASS: Uint8Array = new Uint8Array(256);
for (let c = 0; c < 256; c += 1) {
  const lower = c >= 65 && c <= 90 ? c + 32 : c;
  if (c >= 48 && c <= 57) BYTE_CLASS[c] = DIGIT;
  else if (lower >= 97 && lower <= 102) BYTE_CLASS[c] = HEX;
  else if (lower >= 103 && lower <= 122) BYTE_CLASS[c] = LETTER;
}
BYTE_CLASS[46] = DOT;
BYTE_CLASS[45] = DASH;
BYTE_CLASS[95] = DASH;
BYTE_CLASS[58] = COLON;

/** What the machine is to look for; what nobody asks for costs nothing. */
export interface MachineNeeds {
  readonly ip4: boolean;
  readonly names: boolean;
  readonly ip6: boolean;
  /** Lengths of hashes in hexadecimal digits. */
  readonly hashes: readonly number[];
}

/** What is known of the word that the last byte belongs to. */
interface State {
  /** Hexadecimal digits in this word so far; -1 when it is no hexadecimal word, or longer than any hash. */
  readonly hex: number;
  /** Decimal digits in this word so far; -1 when it holds anything else or more than three. */
  readonly digits: number;
  /** Octets before this word, -1 when the dotted thing is no IPv4 address. */
  readonly octets: number;
  /** 0: no dot in this host name yet; 1: a dot just came; 2: the last label begins with a letter; 3: with a digit. */
  readonly label: 0 | 1 | 2 | 3;
  /** Colons of a possible IPv6 address, at most 7; -1 when it can be none. */
  readonly colons: number;
  readonly doubled: boolean;
  /** What would end here if no letter or digit followed a dot or dash that came last. */
  readonly pending: number;
}

const OUTSIDE: State = { hex: 0, digits: 0, octets: 0, label: 0, colons: 0, doubled: false, pending: 0 };

/** A table-driven machine: `next[state + class]` is the next state, or `-1 - (action * 65536 + state)` with an action. */
export interface Machine {
  readonly next: Int32Array;
  readonly start: number;
}

/** Builds the machine for what is to be looked for. It never misses a value; the exact check comes after it. */
export function buildMachine(needs: MachineNeeds): Machine {
  const numbers = new Map<string, number>();
  const states: State[] = [];
  const number = (state: State): number => {
    const key = JSON.stringify(state);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, states.length);
    states.push(state);
    return states.length - 1;
  };
  number(OUTSIDE);
  const rows: number[] = [];
  for (let at = 0; at < states.length; at += 1) {
    for (let cls = 0; cls < CLASSES; cls += 1) {
      const step = transition(states[at] as State, cls, needs);
      const to = number(step.state) * CLASSES;
      rows.push(step.action === 0 ? to : -1 - (step.action * 65536 + to));
    }
  }
  return { next: Int32Array.from(rows), start: 0 };
}

/** What ends when a byte that is neither letter nor digit follows. */
function ending(state: State, needs: MachineNeeds): number {
  let action = 0;
  if (needs.ip4 && state.octets === 3 && state.digits > 0) action |= ACTION.ip4;
  if (needs.names && state.label === 2) action |= ACTION.name;
  if (needs.hashes.includes(state.hex)) action |= ACTION.hash;
  if (needs.ip6 && (state.doubled || state.colons >= 7)) action |= ACTION.ip6;
  return action;
}

function transition(state: State, cls: number, needs: MachineNeeds): { state: State; action: number } {
  const ends = ending(state, needs);
  if (cls === DIGIT || cls === HEX || cls === LETTER) {
    // `2001:db8::1:Gi0/1`: the address ended at the colon before the word.
    const before = cls === LETTER && state.hex === 0 ? ends & ACTION.ip6 : 0;
    return { state: inWord(state, cls, needs), action: before };
  }
  if (cls === COLON) return { state: afterColon(state, needs), action: (ends & ~ACTION.ip6) | state.pending };
  if (cls === DOT || cls === DASH) {
    // A hash ends at a dot at once; an address or a name only if no letter or digit follows.
    const now = ends & (ACTION.hash | ACTION.ip6);
    const later = state.pending === 0 ? ends & ~now : 0;
    const next = cls === DOT ? afterDot(state, later) : afterDash(state, later);
    return { state: next, action: now | (cls === DASH ? ends & ACTION.ip4 : 0) | state.pending };
  }
  return { state: OUTSIDE, action: ends | state.pending };
}

function inWord(state: State, cls: number, needs: MachineNeeds): State {
  const longest = Math.max(4, ...needs.hashes);
  const hexWord = cls !== LETTER && state.hex >= 0 && state.hex < longest;
  const hex = hexWord ? state.hex + 1 : -1;
  const digits = cls === DIGIT && state.digits >= 0 && state.digits < 3 ? state.digits + 1 : -1;
  const v6 = hex > 0 && hex <= 4 && state.colons >= 0;
  let label = state.label;
  if (label === 1) label = cls === DIGIT ? 3 : 2;
  return {
    hex,
    digits: needs.ip4 ? digits : -1,
    octets: digits > 0 && needs.ip4 ? state.octets : -1,
    label: needs.names ? label : 0,
    colons: v6 && needs.ip6 ? state.colons : -1,
    doubled: v6 && needs.ip6 && state.doubled,
    pending: 0,
  };
}

function afterDot(state: State, pending: number): State {
  const octet = state.digits > 0 && state.octets >= 0 && state.octets < 3;
  const inName = state.hex !== 0 || state.label !== 0;
  return {
    hex: 0,
    digits: 0,
    octets: octet ? state.octets + 1 : state.hex === 0 ? 0 : -1,
    label: inName ? 1 : 0,
    colons: -1,
    doubled: false,
    pending,
  };
}

/** A dash ends addresses and hashes but goes on with a host name. */
function afterDash(state: State, pending: number): State {
  return { ...OUTSIDE, label: state.label === 1 ? 3 : state.label, pending: pending & ACTION.name };
}

function afterColon(state: State, needs: MachineNeeds): State {
  if (!needs.ip6) return OUTSIDE;
  const fresh = state.colons < 0;
  const doubled = state.hex === 0 && state.colons > 0;
  return {
    ...OUTSIDE,
    colons: fresh ? 1 : Math.min(7, state.colons + 1),
    doubled: !fresh && (state.doubled || doubled),
  };
}
