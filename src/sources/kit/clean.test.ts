import { describe, expect, it } from 'vitest';
import { cleanAddress, cleanCommand, cleanLine, cleanName, originOfHost } from './clean.ts';

describe('cleanCommand', () => {
  it('drops the end mark and spare spaces', () => {
    expect(cleanCommand('show   version \t<cr>')).toBe('show version');
  });
  it('hides secrets and control characters', () => {
    const out = cleanCommand('username x secret 0 hunter2 \u001b[2J <cr>');
    expect(out).toContain('[secret]');
    expect(out).not.toContain('hunter2');
    expect(out).not.toContain('\u001b');
  });
});

describe('originOfHost', () => {
  it.each([
    ['PE-CHI-02.mgmt.example.net', 'name:pe-chi-02'],
    ['10.255.1.2', 'addr:10.255.1.2'],
    ['2001:DB8:0:0::1', 'addr:2001:db8::1'],
    ['010.255.1.2', 'name:010.255.1.2'],
  ])('%s is %s', (text, origin) => {
    expect(originOfHost(text)).toBe(origin);
  });
});

describe('cleanAddress', () => {
  it('gives canonical text, without a zone index, and null for anything else', () => {
    expect(cleanAddress(' fe80::1%eth0 ')).toBe('fe80::1');
    expect(cleanAddress('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(cleanAddress('async')).toBeNull();
    expect(cleanAddress(null)).toBeNull();
  });
});

describe('limits', () => {
  it('holds lines to 400 and names to 128 characters', () => {
    expect(cleanLine('a'.repeat(9000)).length).toBeLessThanOrEqual(400);
    expect(cleanName('a'.repeat(9000)).length).toBeLessThanOrEqual(128);
  });
});
