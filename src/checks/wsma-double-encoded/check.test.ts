import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOnce } from '../../../test/find-once.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { check } from './check.ts';
import { createdUser, isDoubleEncoded, outcomeOf } from './request.ts';

runCases(import.meta.dirname);

const CAPTURE =
  '../shared/data/samples/telemetry/cisco-web-ui-exploit/fox-it-cisco-cve-2023-20198-auth-bypass-wsma-config.pcap';

describe('isDoubleEncoded', () => {
  it('finds the path whichever of its letters are encoded twice', () => {
    const name = 'webui_wsma_http';
    const chosen = fc.uniqueArray(fc.nat(name.length - 1), { minLength: 1 });
    fc.assert(
      fc.property(chosen, fc.boolean(), (letters, upper) => {
        const path = name.split('').map((c, i) => {
          const typed = upper ? c.toUpperCase() : c;
          return letters.includes(i) ? `%25${typed.charCodeAt(0).toString(16)}` : typed;
        });
        expect(isDoubleEncoded(`/${path.join('')}`)).toBe(true);
      }),
    );
  });

  it.each(['/webui_wsma_http', '/%77ebui_wsma_http', '/a?b=%2577ebui_wsma_http', '/%25/index', ''])(
    'lets pass: %s',
    (uri) => {
      expect(isDoubleEncoded(uri)).toBe(false);
    },
  );
});

describe('outcomeOf', () => {
  it.each([
    [{ status: 200, responseBody: '<x xmlns="urn:cisco:wsma-config"/>' }, 'done'],
    [{ status: 200, responseBody: null }, 'answered'],
    [{ status: 404, responseBody: '' }, 'refused'],
    [{ status: null, responseBody: null }, 'unknown'],
  ] as const)('%o', (answer, outcome) => {
    expect(outcomeOf(answer)).toBe(outcome);
  });
});

describe('createdUser', () => {
  it('names the user of privilege 15 only', () => {
    expect(createdUser('<cmd>username backup9 privilege 15 secret 0 [secret]</cmd>')).toBe('backup9');
    expect(createdUser('<cmd>username backup9 privilege 1</cmd>')).toBeNull();
    expect(createdUser(null)).toBeNull();
  });
});

describe('a published capture', () => {
  it.skipIf(!existsSync(CAPTURE))('shows who did it and that it worked', async () => {
    const inventory = Buffer.from('hostname,management_address,role\npe-01,10.10.1.42,router\n');
    const evidence = [
      { name: 'wsma.pcap', bytes: readFileSync(CAPTURE) },
      { name: 'devices.csv', bytes: inventory },
    ];
    const found = await findOnce(evidence, { checks: [check] });
    expect(found.findings.map((f) => [f.severity, f.confidence, f.accounts])).toEqual([
      ['critical', 'high', ['cisco_support']],
    ]);
  });
});
