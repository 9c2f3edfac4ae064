import { describe, expect, it } from 'vitest';
import { actionOf, networkOf, portsOf } from './filter-entry.ts';

describe('parts of filter entries', () => {
  it.each([
    ['192.0.2.0/24', null, '192.0.2.0/24'],
    ['192.0.2.0/255.255.255.0', null, '192.0.2.0/24'],
    ['192.0.2.1', '255.255.255.255', '192.0.2.1/32'],
    ['192.0.2.1', null, '192.0.2.1/32'],
    ['0.0.0.0/0', null, 'any'],
    ['', null, 'any'],
    ['2001:DB8::/32', null, '2001:db8::/32'],
    ['not-an-address', null, 'not-an-address'],
  ])('reads the network of %j and mask %j', (text, mask, network) =>
    expect(networkOf(text, mask)).toBe(network),
  );

  it.each([
    [['22', '65535'], 'eq 22'],
    [['22'], 'eq 22'],
    [['16', '65520'], '16 mask 65520'],
    [['range', '1', '9'], 'range 1 9'],
    [[], null],
  ])('reads the ports %j', (words, ports) => expect(portsOf(words)).toBe(ports));

  it.each([
    ['permit', 'permit'],
    ['accept', 'permit'],
    ['forward', 'permit'],
    ['drop', 'deny'],
    ['deny-host-unreachable', 'deny'],
    ['log', null],
    [undefined, null],
  ])('takes %j for %j', (word, action) => expect(actionOf(word)).toBe(action));
});
