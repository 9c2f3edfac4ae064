import { describe, expect, it } from 'vitest';
import type { DeviceFacts, Service } from '../../model/device-facts.ts';
import { someFacts, someView } from './fixture.ts';
import { webServerOff } from './web-server.ts';

const service = (name: string, enabled: boolean | null): Service =>
  ({ name, enabled, line: 1, lineEnd: 1 }) as Service;
const facts = (http: boolean | null, https: boolean | null, complete = true): DeviceFacts =>
  someFacts({ services: [service('http', http), service('https', https)], complete });

describe('webServerOff', () => {
  it('needs both servers off by a line, in every configuration, each of them whole', () => {
    expect(webServerOff(someView({ configs: [facts(false, false)] }))).toBe(true);
    expect(webServerOff(someView({ configs: [facts(false, false), facts(false, true)] }))).toBe(false);
    expect(webServerOff(someView({ configs: [facts(false, null)] }))).toBe(false);
    expect(webServerOff(someView({ configs: [facts(false, false, false)] }))).toBe(false);
    expect(webServerOff(someView({}))).toBe(false);
  });
});
