import type { AaaServer } from '../../model/device-facts.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { ApprovalScope, DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { factProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Standing, standing, wholeConfigs } from '../kit/snapshots.ts';
import { AA25_239A, HARDENING, technique } from '../kit/sources.ts';
import { fleetUse, type TypedServer, typedServers } from './servers.ts';

interface Case {
  readonly severity: Severity;
  readonly notes: readonly string[];
}

/**
 * Judges a server that is set; null when it is approved, or when nothing speaks against it. Without a register an outside
 * address is suspicious by itself, an inside one only where no other device of the fleet names it though others name some.
 */
function judgeServer(
  view: DeviceView,
  address: string,
  when: Pick<ApprovalScope, 'at'> & { isNew: boolean },
): Case | null {
  if (view.fleet.approved('aaa-server', address, { device: view.device.id, at: when.at })) return null;
  const listed = view.fleet.register('aaa-server').length > 0;
  const { naming, asked } = fleetUse(view, address);
  const external = isExternalText(address);
  const notes = [
    listed ? 'The register of AAA servers does not name it.' : 'No register of AAA servers was given.',
  ];
  if (asked > 0) notes.push(`${naming} of ${asked} other devices with AAA servers name it.`);
  if (external) notes.push('The address lies outside the private space.');
  const usual = naming * 2 > asked && naming > 0;
  if (!external && !listed && (usual || asked < 2)) return null;
  const base: Severity = external ? 'high' : 'medium';
  const severity = shiftSeverity(base, (when.isNew ? 1 : 0) + (usual ? -2 : 0));
  return { severity: external && !when.isNew && !listed ? 'medium' : severity, notes };
}

function configHit(view: DeviceView, group: Standing<AaaServer>): Hit[] {
  const { key, seen, first, last, absentAt, gone } = group;
  const { item } = seen.at(-1) as (typeof seen)[number];
  const judged = judgeServer(view, item.address, { at: last, isNew: absentAt !== null });
  if (!judged) return [];
  const notes = [...judged.notes];
  if (absentAt !== null) notes.push('The configuration before does not name it.');
  if (gone) notes.push('The newest configuration no longer names it.');
  const since = absentAt === null ? '' : ', new between two configurations';
  return [
    makeHit({
      key,
      title: `${view.device.id} asks ${item.address} (${item.protocol}, ${item.name}) who may log in; nobody approved that server${since}`,
      severity: judged.severity,
      confidence: absentAt !== null || view.fleet.register('aaa-server').length > 0 ? 'high' : 'medium',
      first,
      last,
      proof: seen.map(({ facts, item: each }) =>
        factProof(facts, each, {
          text: `${each.protocol} server ${each.name} address ${each.address}`,
          shows: 'AAA server that is not approved',
        }),
      ),
      addresses: [item.address],
      notes,
    }),
  ];
}

function commandHit(view: DeviceView, { address, protocol, command, opener }: TypedServer): Hit[] {
  const judged = judgeServer(view, address, { at: command.at, isNew: true });
  if (!judged) return [];
  return [
    makeHit({
      key: `server ${address}`,
      title: `${command.account} set ${address} as ${protocol} server of ${view.device.id}; nobody approved that server`,
      severity: judged.severity,
      confidence: 'high',
      proof: [
        ...(opener ? [recordProof(opener, 'server opened')] : []),
        recordProof(command, `address ${address} set`),
      ],
      accounts: [command.account],
      addresses: [address, ...(command.from ? [command.from] : [])],
      notes: judged.notes,
    }),
  ];
}

/** An AAA server that nobody approved sees every password and may let anybody in (AA25-239A; facts B10, check 9). */
export const check: Check = {
  id: 'aaa-server-unapproved',
  asks: 'Does this device ask an AAA server that nobody approved?',
  title: 'AAA server that nobody approved',
  class: 'compromise',
  severity: 'high',
  attack: ['T1556', 'T1040'],
  subjects: ['router'],
  needs: [{ kinds: ['config'], areas: ['aaa'], over: 'snapshot' }],
  selects: [{ records: ['command'] }],
  flows: null,
  evaluate: (view) => [
    ...standing(view, (facts) =>
      facts.aaaServers
        .filter((server) => server.address !== '')
        .map((item) => ({ key: `server ${item.address}`, item })),
    ).flatMap((group) => configHit(view, group)),
    ...typedServers(view).flatMap((typed) => commandHit(view, typed)),
  ],
  limits: (view) => {
    const named = wholeConfigs(view).flatMap((facts) => facts.aaaServers);
    if (named.length === 0 || view.fleet.register('aaa-server').length > 0) return [];
    const text = `No register says which AAA servers are approved; the device names ${[...new Set(named.map((s) => s.address))].sort().join(', ')}.`;
    return [limit('needs-register', ['inventory'], { text })];
  },
  otherExplanations: [
    'A new AAA server that is not in the register yet.',
    'A server of a partner or of the headquarters for a region.',
  ],
  next: [
    'Run `show aaa servers` and `show tacacs` on the device: do the counters of that server move?',
    'Look in the flows of all devices for TCP 49 and UDP 1812 to 1813 towards that address.',
    'Take every password that was typed on this device since then for known, and ask the AAA team about the address.',
  ],
  sources: [AA25_239A, HARDENING, technique('T1556', 'Modify Authentication Process')],
  fleet: true,
};
