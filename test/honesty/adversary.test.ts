import { describe, expect, it } from 'vitest';
import { codes, config, every, HALF_DAY, LOG, log, text, verdict } from './ask.ts';

const ASKED = { check: 'webui-created-user', ...HALF_DAY };
const MORNING = every(10, '2026-10-20T00:00:00Z', '2026-10-20T06:00:00Z');

describe('lies of somebody who edits the evidence', () => {
  it('a clock that was set back by half a day lived through the morning twice', async () => {
    const found = await verdict([log([...MORNING, ...MORNING])], ASKED);
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'partial-period']);
  });

  it('lines that were taken out leave numbers without a gap when they are written anew, but silence', async () => {
    const rest = every(10, '2026-10-20T10:00:00Z', '2026-10-20T12:00:00Z');
    const found = await verdict([log([...MORNING, ...rest])], ASKED);
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'partial-period']);
  });

  it('a relay that puts its own name on the lines of a device speaks for it', async () => {
    const relayed = Buffer.from(LOG.bytes).toString().replaceAll(' pe-01 ', ' relay-1 ');
    const found = await verdict([text('relay.log', relayed), config()], ASKED);
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'no-evidence']);
  });
});
