import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldPorts,
  inRanges,
  mergedRanges,
  PORT_PROTOCOLS,
  type PortRanges,
  SERVICE_BELOW,
  wants,
} from './folding.ts';

const port = fc.oneof(
  fc.constantFrom(0, 1, SERVICE_BELOW - 1, SERVICE_BELOW, SERVICE_BELOW + 1, 65_535),
  fc.integer({ min: 0, max: 65_535 }),
);
const protocol = fc.constantFrom(0, 1, 6, 17, 47, 58, 132, 255);
const range = fc.tuple(port, port).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const flow = fc.record({ protocol, srcPort: port, dstPort: port });
const turned = (f: { protocol: number; srcPort: number; dstPort: number }): typeof f => ({
  ...f,
  srcPort: f.dstPort,
  dstPort: f.srcPort,
});

/** The rule as the contract words it, port by port. */
function isService(value: number, ranges: PortRanges): boolean {
  if (value < 10_000) return true;
  for (const [low, high] of ranges) for (let p = low; p <= high; p += 1) if (p === value) return true;
  return false;
}

describe('merged ranges', () => {
  const range = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));

  it('hold the same ports, are apart, and are in order', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const merged = mergedRanges(ranges);
        for (let port = 0; port <= 61; port += 1)
          expect([port, inRanges(port, merged)]).toEqual([port, inRanges(port, ranges)]);
        for (const [i, [low]] of merged.entries())
          if (i > 0) expect(low).toBeGreaterThan((merged[i - 1]?.[1] ?? 0) + 1);
      }),
    );
  });
});

describe('folding', () => {
  it('zeroes one port when just the other is a service, and nothing else ever', () => {
    fc.assert(
      fc.property(flow, fc.array(range, { maxLength: 2 }), (f, ranges) => {
        const src = isService(f.srcPort, ranges);
        const dst = isService(f.dstPort, ranges);
        const folds = PORT_PROTOCOLS.includes(f.protocol) && src !== dst;
        expect(foldPorts(f, ranges)).toEqual({
          srcPort: folds && dst ? 0 : f.srcPort,
          dstPort: folds && src ? 0 : f.dstPort,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('does the same to a flow and to its answer', () => {
    fc.assert(
      fc.property(flow, fc.array(range), (f, ranges) => {
        const { srcPort, dstPort } = foldPorts(f, ranges);
        expect(foldPorts(turned(f), ranges)).toEqual({ srcPort: dstPort, dstPort: srcPort });
      }),
    );
  });

  it('done twice changes nothing more', () => {
    fc.assert(
      fc.property(flow, fc.array(range), (f, ranges) => {
        const once = foldPorts(f, ranges);
        expect(foldPorts({ protocol: f.protocol, ...once }, ranges)).toEqual(once);
      }),
    );
  });
});

describe('what a select wants', () => {
  it('does not depend on the direction of the flow', () => {
    fc.assert(
      fc.property(flow, fc.array(range), fc.array(protocol), (f, ports, protocols) => {
        expect(wants({ ports, protocols }, turned(f))).toBe(wants({ ports, protocols }, f));
      }),
    );
  });

  it('is nothing when it names nothing', () => {
    fc.assert(
      fc.property(flow, (f) => {
        expect(wants({}, f)).toBe(false);
        expect(wants({ ports: [], protocols: [] }, f)).toBe(false);
      }),
    );
  });

  it('is what any of its parts wants', () => {
    fc.assert(
      fc.property(flow, fc.array(range), fc.array(protocol), (f, ports, protocols) => {
        expect(wants({ ports, protocols }, f)).toBe(wants({ ports }, f) || wants({ protocols }, f));
      }),
    );
  });
});

describe('ranges', () => {
  it.each([
    [22, [[22, 22]], true],
    [21, [[22, 22]], false],
    [23, [[22, 22]], false],
    [65_535, [[60_000, 65_535]], true],
    [0, [[0, 0]], true],
    [5, [[9, 1]], false],
    [5, [], false],
  ] as [number, PortRanges, boolean][])('%d in %j: %s', (value, ranges, expected) => {
    expect(inRanges(value, ranges)).toBe(expected);
  });
});
