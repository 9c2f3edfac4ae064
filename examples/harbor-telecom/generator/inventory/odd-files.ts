import { createHash } from 'node:crypto';
import { DAYS } from '../fleet/clock.ts';
import { FLEET } from '../fleet/fleet.ts';
import { rngFor } from '../fleet/rng.ts';
import type { OutputFile } from '../output.ts';
import { TOOL_SHA256 } from '../story/tool.ts';

const LISTED = [
  '/usr/bin/ssh',
  '/usr/sbin/sshd',
  '/usr/bin/sudo',
  '/usr/bin/python3.11',
  '/lib/x86_64-linux-gnu/libc.so.6',
];

const hashList = (): string => {
  const line = (path: string): string =>
    `${createHash('sha256').update(`synthetic ${path}`).digest('hex')}  ${path}`;
  return `${[...LISTED.map(line), `${TOOL_SHA256}  /var/tmp/.cache/upd`, line('/home/nmsbak/.profile')].join('\n')}\n`;
};

// A binary dump of an optical monitor that nobody wrote a reader for.
const binary = (): Uint8Array => {
  const rng = rngFor('unknown/binary');
  const head = Buffer.from('HTOPTMON\x02\x00synthetic', 'latin1');
  return Buffer.concat([head, Buffer.from(Array.from({ length: 3000 }, () => rng.int(0, 255)))]);
};

const proprietary = (): string => {
  const rng = rngFor('unknown/text');
  const blocks = DAYS.filter((_, i) => i % 5 === 0).map((midnight) => {
    const rows = FLEET.slice(0, 12).map(
      (one) => `  @cell{${one.site}^${one.index}} ~~ load:=${rng.int(5, 95)}; drift:=${rng.int(-9, 9)}`,
    );
    return [`>>> PLANVUE/7 sheet ${new Date(midnight).toISOString().slice(0, 10)}`, ...rows, '<<< end'].join(
      '\n',
    );
  });
  return `PLANVUE EXPORT (synthetic)\n${blocks.join('\n')}\n`;
};

/** A list of file hashes of a jump host and two files that no reader knows. */
export function oddFiles(): OutputFile[] {
  return [
    { path: 'evidence/files/jump-02-sha256sums.txt', bytes: Buffer.from(hashList()) },
    { path: 'evidence/unknown/optmon-2026-11.bin', bytes: binary() },
    { path: 'evidence/unknown/planvue_export.txt', bytes: Buffer.from(proprietary()) },
  ];
}
