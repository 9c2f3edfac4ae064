import type { FlowSelect } from '../../../model/flow.ts';
import { mergedRanges, PORT_PROTOCOLS, type PortRanges, SERVICE_BELOW } from '../kit/folding.ts';

const TWO64 = '18446744073709551616::UHUGEINT';

/** A side's IPv6 address as one number. */
export function six(side: 'src' | 'dst'): string {
  return `(${side}6h::UHUGEINT * ${TWO64} + ${side}6l::UHUGEINT)`;
}

/** Hundreds of single ports are one look into a list; hundreds of comparisons a row cost more than reading the row. */
function inside(port: string, ranges: PortRanges): string {
  const merged = mergedRanges(ranges);
  const single = merged.filter(([low, high]) => low === high).map(([low]) => low);
  const tests = merged
    .filter(([low, high]) => low < high)
    .map(([low, high]) => `${port} BETWEEN ${low} AND ${high}`);
  if (single.length > 0) tests.push(`${port} IN (${single.join(', ')})`);
  return tests.length === 0 ? 'false' : `(${tests.join(' OR ')})`;
}

/** Condition on rows that a select wants; see `wants`. */
export function selectCondition(select: FlowSelect): string {
  const protocols = (select.protocols ?? []).map((p) => Math.trunc(p));
  const ranges = select.ports ?? [];
  const byProtocol = protocols.length === 0 ? 'false' : `protocol IN (${protocols.join(', ')})`;
  const byPort = `(protocol IN (6, 17) AND (${inside('sport', ranges)} OR ${inside('dport', ranges)}))`;
  return `(${byProtocol} OR ${byPort})`;
}

/** Condition on rows with one side in `${four}` or `${six}`, tables of wanted addresses. */
export function sideCondition(tables: { readonly four: string; readonly six: string }): string {
  const side4 = `src4 IN (SELECT a FROM ${tables.four}) OR dst4 IN (SELECT a FROM ${tables.four})`;
  const side6 = `${six('src')} IN (SELECT a FROM ${tables.six}) OR ${six('dst')} IN (SELECT a FROM ${tables.six})`;
  return `((v6 = 0 AND (${side4})) OR (v6 = 1 AND (${side6})))`;
}

/** Adds rows up to conversations, in the order of the contract; the twin of memory/groups.ts. */
export function conversationStatement(
  source: string,
  given: { readonly where: string; readonly ranges: PortRanges; readonly limit: number },
): string {
  const { where, ranges, limit } = given;
  const service = (port: string): string => `(${port} < ${SERVICE_BELOW} OR ${inside(port, ranges)})`;
  const folds = `protocol IN (${PORT_PROTOCOLS.join(', ')})`;
  return `
    WITH wanted AS (SELECT * FROM ${source} WHERE ${where}),
    folded AS (
      SELECT *,
        CASE WHEN ${folds} AND ${service('dport')} AND NOT ${service('sport')} THEN 0 ELSE sport END AS sp,
        CASE WHEN ${folds} AND ${service('sport')} AND NOT ${service('dport')} THEN 0 ELSE dport END AS dp
      FROM wanted),
    grouped AS (
      SELECT exporter, v6, src4, dst4, src6h, src6l, dst6h, dst6l, protocol, sp, dp,
        coalesce(min(first) FILTER (NOT isnan(first)), 0) AS f,
        coalesce(max(last) FILTER (NOT isnan(last)), 0) AS l,
        count(*)::DOUBLE AS flows, sum(packets) AS packets, sum(bytes) AS bytes,
        arg_min(struct_pack(e := evidence, n := line, o := place), struct_pack(f := first, e := evidence, o := place)) AS ref
      FROM folded
      GROUP BY exporter, v6, src4, dst4, src6h, src6l, dst6h, dst6l, protocol, sp, dp)
    SELECT exporter, v6, src4, dst4, ${six('src')} AS src6, ${six('dst')} AS dst6, protocol, sp, dp, f, l, flows, packets, bytes,
      ref.e AS evidence, ref.n AS line, ref.o AS place
    FROM grouped
    ORDER BY f, exporter, v6, src4, src6h, src6l, dst4, dst6h, dst6l, protocol, sp, dp
    LIMIT ${Math.max(0, Math.trunc(limit))}`;
}

/** Distinct addresses of one version that may match: exact, near, or by the first 16 bits of a network. */
export function candidateStatement(source: string, version: 4 | 6): string {
  if (version === 6) {
    return `SELECT DISTINCT a FROM (
      SELECT ${six('src')} AS a FROM ${source} WHERE v6 = 1 UNION ALL SELECT ${six('dst')} AS a FROM ${source} WHERE v6 = 1)`;
  }
  const test = (side: string): string =>
    `(${side} IN (SELECT a FROM exact4) OR (${side} >> 8) IN (SELECT a FROM near4) OR (${side} >> 16) IN (SELECT a FROM nets4))`;
  return `SELECT DISTINCT a FROM (
    SELECT src4 AS a FROM ${source} WHERE v6 = 0 AND ${test('src4')}
    UNION ALL SELECT dst4 AS a FROM ${source} WHERE v6 = 0 AND ${test('dst4')})`;
}
