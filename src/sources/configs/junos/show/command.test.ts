import { describe, expect, it } from 'vitest';
import { prefixOf, sectionOf } from './command.ts';
import { sniff } from './sniff.ts';

describe('sectionOf', () => {
  it.each([
    ['show configuration', 'running'],
    ['show configuration | display set | no-more', 'running'],
    ['sh conf', 'running'],
    ['show configuration system services', 'partial'],
    ['show configuration | display set | match ssh', 'partial'],
    ['show configuration | match ssh', 'other'],
    ['show configuration | display xml', 'other'],
    ['show configuration | compare rollback 1', 'other'],
    ['candidate show', 'partial'],
    ['candidate show system', 'other'],
    ['candidate show system | display set', 'partial'],
    ['show version', 'version'],
    ['show chassis hardware detail', 'inventory'],
    ['show system processes extensive', 'processes'],
    ['show system connections inet', 'listeners'],
    ['show interfaces terse', 'faces'],
    ['show interfaces ge-0/0/0 terse', 'faces'],
    ['show interfaces extensive', 'other'],
    ['show security ike security-associations', 'ike'],
    ['file checksum md5 /x', 'checksum'],
    ['request system software add x', 'verify'],
    ['configure', 'session'],
    ['shell ps', 'other'],
    ['ping 192.0.2.1', 'other'],
  ])('%s', (command, kind) => {
    expect(sectionOf(command)).toBe(kind);
  });
});

describe('prefixOf', () => {
  it.each([
    ['show configuration system services', 'system services'],
    ['show configuration system services | no-more', 'system services'],
    ['show configuration system | display set', ''],
    ['show configuration', ''],
    ['', ''],
  ])('%j', (command, prefix) => {
    expect(prefixOf(command)).toBe(prefix);
  });
});

describe('sniff', () => {
  it.each([
    ['## Last commit: 2026-10-16 03:12:44 UTC by a', 'running'],
    ['version 21.4R3;', 'running'],
    ['set version 21.4R3', 'running'],
    ['Hardware inventory:', 'inventory'],
    ['last pid: 1;  load', 'processes'],
    ['version of what', null],
    [`SHA256 (/${'x'.repeat(1000)}) = y`, null],
  ])('%s', (text, kind) => {
    expect(sniff(text)).toBe(kind);
  });
});
