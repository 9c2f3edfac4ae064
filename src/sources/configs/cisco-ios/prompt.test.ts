import { describe, expect, it } from 'vitest';
import type { Entry } from '../kit/entry.ts';
import { hostPrompt } from '../kit/prompt.ts';
import { isExecWord, sectionOf, sniff } from './show/command.ts';

function prompt(text: string, known: readonly string[] = []): ReturnType<typeof hostPrompt> {
  const mark = text.split(' ')[0]!.search(/[#>]/);
  const entry: Entry = {
    text,
    indent: 0,
    prompt: Math.max(0, mark),
    line: 1,
    byte: 0,
    size: text.length,
    closed: true,
  };
  return hostPrompt(entry, (host) => known.includes(host), isExecWord);
}

describe('readPrompt', () => {
  it.each([
    ['pe-chi-02#show running-config', 'pe-chi-02', 'show running-config'],
    ['pe-chi-02# sh run', 'pe-chi-02', 'sh run'],
    ['r1>en', 'r1', 'en'],
    ['rack1.sw-2#dir flash:', 'rack1.sw-2', 'dir flash:'],
  ])('reads %j', (text, host, command) => {
    expect(prompt(text)).toEqual({ host, command, configuring: false });
  });

  it('tells configuration mode', () => {
    expect(prompt('r1(config-if)#tunnel mode gre ip')).toEqual({
      host: 'r1',
      command: 'tunnel mode gre ip',
      configuring: true,
    });
  });

  it('takes a bare prompt only from a device that was seen', () => {
    expect(prompt('r1#')).toBeNull();
    expect(prompt('r1#', ['r1'])).toEqual({ host: 'r1', command: '', configuring: false });
  });

  it.each(['############', 'Warning# authorised users only', 'a b#show run', '-x#show run', 'x#zzz'])(
    'does not take %j for one',
    (text) => {
      expect(prompt(text, ['Warning'])).toBeNull();
    },
  );
});

describe('sectionOf', () => {
  it.each([
    ['show running-config', 'running'],
    ['sh run', 'running'],
    ['show running-config all', 'running'],
    ['do sh run', 'running'],
    ['show run | section username', 'partial'],
    ['show run interface Gi1', 'partial'],
    ['show startup-config', 'startup'],
    ['more nvram:startup-config', 'startup'],
    ['show ver', 'version'],
    ['show inventory', 'inventory'],
    ['show clock', 'clock'],
    ['dir /recursive all-filesystems', 'files'],
    ['show flash:', 'files'],
    ['verify /sha512 flash:x.bin', 'files'],
    ['terminal length 0', 'session'],
    ['show ip interface brief', 'other'],
    ['show version | include uptime', 'other'],
    ['show s', 'other'],
  ])('tells what %j prints', (command, kind) => {
    expect(sectionOf(command)).toBe(kind);
  });
});

describe('isExecWord', () => {
  it('takes abbreviations of two letters and more', () => {
    expect(['sh', 'show', 'conf', 'wr'].every(isExecWord)).toBe(true);
    expect(['s', 'interface', 'hostname', 'authorised'].some(isExecWord)).toBe(false);
  });
});

describe('sniff', () => {
  it.each([
    ['Building configuration...', 'running'],
    ['! Last configuration change at 03:12:44 UTC Fri Oct 16 2026', 'running'],
    ['!RANCID-CONTENT-TYPE: cisco', 'running'],
    ['Using 2048 out of 262136 bytes', 'startup'],
    ['Cisco IOS XE Software, Version 16.09.04', 'version'],
    ['NAME: "Chassis", DESCR: "x"', 'inventory'],
    ['Directory of flash:/', 'files'],
    ['!RANCID-CONTENT-TYPE: juniper', null],
    ['some text', null],
  ])('tells what %j begins', (text, kind) => {
    expect(sniff(text)).toBe(kind);
  });
});
