import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, withParents } from './keys.ts';
import { readValue, urlParts, valueOfType } from './value.ts';

describe('finding out what a value is', () => {
  it.each([
    ['198.51.100.7', 'ipv4', '198.51.100.7'],
    ['198.51.100.7/32', 'ipv4', '198.51.100.7'],
    ['198.51.100.77/24', 'network', '198.51.100.0/24'],
    ['2001:DB8::0:1', 'ipv6', '2001:db8::1'],
    ['[2001:db8::1]:443', 'ipv6', '2001:db8::1'],
    ['::ffff:198.51.100.7', 'ipv4', '198.51.100.7'],
    ['198.51.100.7:8080', 'ipv4', '198.51.100.7'],
    ['EVIL.Example.', 'domain', 'evil.example'],
    ['_dmarc.evil.example', 'domain', '_dmarc.evil.example'],
    ['HTTP://User@EVIL.example/Path/', 'url', 'http://evil.example/Path/'],
    ['http://evil.example/', 'url', 'http://evil.example'],
    ['evil.example/x', 'url', 'evil.example/x'],
    ['Mallory@EVIL.example', 'email', 'mallory@evil.example'],
    ['AB'.repeat(64), 'hash', 'ab'.repeat(64)],
  ])('%s', (text, type, value) => {
    expect(readValue(text)).toEqual({ type, value });
  });

  it.each([
    '',
    'word',
    '1.2.3',
    '1.2.3.400',
    '010.1.1.1',
    'evil.1',
    'a..b.example',
    '-x.example',
    'x@',
    '@evil.example',
    'ab'.repeat(15),
    'http://',
    'two words.example',
    `${'a.'.repeat(200)}example`,
    'x'.repeat(5000),
    'javascript:alert(1)',
  ])('%j is no value', (text) => {
    expect(readValue(text)).toBeNull();
  });

  it('holds a value to the type it is said to be', () => {
    expect(valueOfType('domain', '198.51.100.7')).toBeNull();
    expect(valueOfType('ipv4', 'evil.example')).toBeNull();
    expect(valueOfType('filename', ' Tool.exe ')).toEqual({ type: 'filename', value: 'Tool.exe' });
  });

  it('takes any text without throwing, and its own output back', () => {
    assert(
      property(string({ maxLength: 80 }), (text) => {
        const value = readValue(text);
        const again = value && readValue(value.value);
        expect(again).toEqual(value);
      }),
    );
  });
});

describe('URLs', () => {
  it('come apart at the host', () => {
    expect(urlParts('https://u:p@EVIL.example:8443/a?b#c')).toEqual({
      scheme: 'https',
      host: 'evil.example',
      port: ':8443',
      rest: '/a?b#c',
    });
    expect(urlParts('http://[2001:DB8::1]/x')?.host).toBe('[2001:db8::1]');
  });

  it('do not hang the reader', () => {
    expect(urlParts(`http://${'@'.repeat(2000)}`)).toBeNull();
    expect(urlParts('a'.repeat(2000))).toBeNull();
  });
});

it('keeps values of different kinds under different keys', () => {
  expect(keyOf({ type: 'url', value: 'http://Evil.example/A' })).toBe('evil.example/a');
  expect(keyOf({ type: 'filename', value: 'evil.com' })).not.toBe(
    keyOf({ type: 'domain', value: 'evil.com' }),
  );
  expect(withParents('a.b.evil.example')).toEqual(['a.b.evil.example', 'b.evil.example', 'evil.example']);
});
