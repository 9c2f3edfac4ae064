import { describe, expect, it } from 'vitest';
import { readExtendedEntry, readStandardEntry } from './cisco-acl-entry.ts';

const show = (entry: ReturnType<typeof readExtendedEntry>): string | null =>
  entry &&
  `${entry.action} ${entry.protocol} ${entry.source} > ${entry.destination} [${entry.ports ?? ''}]${entry.log ? ' log' : ''}`;

describe('readStandardEntry', () => {
  it.each([
    ['permit 203.0.113.5', 'permit ip 203.0.113.5/32 > any []'],
    ['permit host 203.0.113.5 log', 'permit ip 203.0.113.5/32 > any [] log'],
    ['deny any', 'deny ip any > any []'],
    ['permit 10.0.0.0 0.0.0.255', 'permit ip 10.0.0.0/24 > any []'],
    ['permit 10.0.0.1 0.0.255.0', 'permit ip 10.0.0.1 0.0.255.0 > any []'],
    ['permit', null],
    ['allow any', null],
    ['permit 10.0.0.0/8 log', 'permit ip 10.0.0.0/8 > any [] log'],
    ['permit 10.0.0', null],
  ])('reads %j', (text, entry) => {
    expect(show(readStandardEntry(text.split(' ')))).toBe(entry);
  });
});

describe('readExtendedEntry', () => {
  it.each([
    ['permit ip any any', 'permit ip any > any []'],
    [
      'permit tcp any eq 1024 host 192.0.2.1 eq 22 established',
      'permit tcp any > 192.0.2.1/32 [from eq 1024 eq 22 established]',
    ],
    ['permit tcp any host 192.0.2.1 eq 22 80 443 log', 'permit tcp any > 192.0.2.1/32 [eq 22 80 443] log'],
    ['permit tcp any eq 22 80 any', 'permit tcp any > any [from eq 22 80]'],
    ['permit udp any range 1 9 any range 5 6', 'permit udp any > any [from range 1 9 range 5 6]'],
    [
      'permit object-group SVC object-group A object-group B',
      'permit service-group SVC host-group A > host-group B []',
    ],
    ['permit 47 10.0.0.0 0.255.255.255 any', 'permit 47 10.0.0.0/8 > any []'],
    ['deny ip any any log-input', 'deny ip any > any [] log'],
    ['permit tcp 10.0.0.0/8 192.0.2.1/32 eq 22', 'permit tcp 10.0.0.0/8 > 192.0.2.1/32 [eq 22]'],
    ['permit ip 0.0.0.0/0 any', 'permit ip any > any []'],
    ['permit tcp addrgroup NOC any portgroup WEB', 'permit tcp host-group NOC > any [portgroup WEB]'],
    ['permit tcp any portgroup WEB any', 'permit tcp any > any [from portgroup WEB]'],
    ['permit tcp net-group NOC any port-group WEB', 'permit tcp host-group NOC > any [port-group WEB]'],
    ['permit ip 10.0.0.0/33 any', null],
    ['permit tcp 10.0.0.1 any', null],
    ['permit tcp any', null],
    ['permit', null],
  ])('reads %j', (text, entry) => {
    expect(show(readExtendedEntry(text.split(' '), false))).toBe(entry);
  });

  it('reads IPv6', () => {
    const words = 'permit tcp 2001:DB8::/32 host 2001:db8::1 eq ssh'.split(' ');
    expect(show(readExtendedEntry(words, true))).toBe('permit tcp 2001:db8::/32 > 2001:db8::1/128 [eq ssh]');
  });
});
