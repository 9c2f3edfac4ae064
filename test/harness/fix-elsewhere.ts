import type { Check } from '../../src/checks/kit/contract.ts';
import type { Fix } from '../../src/checks/kit/fix.ts';
import type { Answer } from '../../src/model/verdict.ts';
import { findOnce } from '../find-once.ts';

const DEVICE = 'pe-01';
const ENDS = ['line console', 'line vty'];

function capture(
  platform: 'junos' | 'nx-os',
  config: readonly string[],
): { name: string; bytes: Uint8Array } {
  const lines =
    platform === 'junos'
      ? [
          `${DEVICE}> show system uptime`,
          'Current time: 2026-10-15 02:00:25 UTC',
          '',
          `${DEVICE}> show configuration | display set`,
          'set version 21.4R3.15',
          `set system host-name ${DEVICE}`,
          ...config,
          '',
          `${DEVICE}> `,
        ]
      : [
          `${DEVICE}# show clock`,
          '02:00:25.123 UTC Thu Oct 15 2026',
          `${DEVICE}# show running-config`,
          '',
          '!Command: show running-config',
          'version 9.3(3) Bios:version',
          `hostname ${DEVICE}`,
          ...config,
          ...ENDS,
          '',
          `${DEVICE}# exit`,
        ];
  return { name: `${DEVICE}.cfg`, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}

/** Enters `set` and `delete` lines of Junos, and single lines of NX-OS. */
function enter(config: readonly string[], lines: readonly string[]): string[] {
  let out = [...config];
  for (const line of lines) {
    const gone = line.replace(/^delete /, 'set ').replace(/^no /, '');
    if (gone === line) out.push(line);
    else out = out.filter((each) => each !== gone && !each.startsWith(`${gone} `));
  }
  return out;
}

/** Runs a check on statements of Junos or NX-OS, before and after its fix. */
export async function fixElsewhere(
  check: Check,
  platform: 'junos' | 'nx-os',
  config: readonly string[],
): Promise<{ before: Answer | undefined; fix: Fix | null; after: Answer | undefined; hits: number }> {
  const ask = async (text: readonly string[]): Promise<Awaited<ReturnType<typeof findOnce>>> =>
    findOnce([capture(platform, text)], { checks: [check] });
  const answer = (found: Awaited<ReturnType<typeof findOnce>>): Answer | undefined =>
    found.evaluation.verdicts.find((v) => v.check === check.id && v.subject === DEVICE)?.answer;
  const first = await ask(config);
  const facts = first.material.snapshotsOf(DEVICE).at(-1);
  const device = first.material.devices.find((each) => each.id === DEVICE);
  const view = { device, fleet: first.material.fleet } as Parameters<NonNullable<Check['fix']>>[0];
  const fix = facts ? (check.fix?.(view, facts) ?? null) : null;
  const second = await ask(enter(config, fix?.lines ?? []));
  const hits = second.findings.filter((finding) => finding.check === check.id).length;
  return { before: answer(first), fix, after: answer(second), hits };
}
