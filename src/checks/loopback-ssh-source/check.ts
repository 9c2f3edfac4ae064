import type { CommandRecord } from '../../model/record.ts';
import type { Hit } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { accountingLimits } from '../kit/limits.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { factProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Pair, pairs, wholeConfigs } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import {
  type Moved,
  movedLoopbacks,
  outwardBy,
  type TypedLoopback,
  typedLoopbacks,
  typedSource,
} from './loopbacks.ts';

/** A loopback that moved, and that the device now uses to go out. */
function changeHits(view: DeviceView, pair: Pair): Hit[] {
  return movedLoopbacks(pair).flatMap((moved) => {
    const services = outwardBy(pair.after, moved.name);
    if (services.length === 0) return [];
    const planned = plannedChange(view, [moved.name, 'loopback'], { from: pair.from, to: pair.to });
    return [movedHit(view, pair, { moved, services, planned: planned ? plannedNote(planned) : null })];
  });
}

interface Found {
  readonly moved: Moved;
  readonly services: readonly string[];
  readonly planned: string | null;
}

function movedHit(view: DeviceView, { before, after, to }: Pair, { moved, services, planned }: Found): Hit {
  const { name, old, now, was, is } = moved;
  const from = old.length > 0 ? `was ${old.join(', ')}` : 'is new';
  const source = before.sourceInterfaces.ssh;
  const notes = planned ? [planned] : [];
  if (services.includes('ssh') && source !== name)
    notes.push(`SSH left by ${source ?? 'the nearest interface'} before.`);
  const proof = [
    factProof(after, is, {
      text: `interface ${name} address ${now.join(', ')}; source of ${services.join(', ')}`,
      shows: 'the address from which the device now goes out',
    }),
  ];
  if (was)
    proof.unshift(
      factProof(before, was, { text: `interface ${name} address ${old.join(', ')}`, shows: 'before' }),
    );
  return makeHit({
    key: `loopback ${name} ${now.join(' ')}`,
    title: `${name} of ${view.device.id} became ${now.join(', ')} (it ${from}) and is the source of ${services.join(', ')}`,
    severity: shiftSeverity('high', planned ? -2 : 0),
    confidence: old.length > 0 ? 'high' : 'medium',
    first: to,
    last: to,
    proof,
    addresses: now,
    notes,
  });
}

function commandHits(view: DeviceView): Hit[] {
  const sources = new Map<string, CommandRecord>();
  for (const record of view.records('command')) {
    const name = typedSource(record);
    if (name && !sources.has(name)) sources.set(name, record);
  }
  const oldest = wholeConfigs(view)[0];
  return typedLoopbacks(view).flatMap((typed) => {
    const source = sources.get(typed.name);
    // The address counts only where it is new: typing the same one again changes nothing.
    const same = oldest?.interfaces.some((f) => f.name === typed.name && has(f.addresses, typed.address));
    return source && !same ? [typedHit(view, typed, source)] : [];
  });
}

const has = (addresses: readonly string[], address: string): boolean =>
  addresses.some((each) => each.split('/')[0] === address);

function typedHit(
  view: DeviceView,
  { name, address, opener, command }: TypedLoopback,
  source: CommandRecord,
): Hit {
  const at = command.at;
  const planned = at === null ? null : plannedChange(view, [name, 'loopback'], { from: at, to: at });
  return makeHit({
    key: `loopback ${name} ${address}`,
    title: `${command.account} gave ${name} of ${view.device.id} the address ${address} and made it the source of SSH`,
    severity: shiftSeverity('high', planned ? -2 : 0),
    confidence: 'high',
    proof: [
      recordProof(opener, `${name} opened`),
      recordProof(command, `address ${address} set`),
      recordProof(source, `${name} made the source of SSH`),
    ],
    accounts: [...new Set([command.account, source.account])].sort(),
    addresses: [address, ...(command.from ? [command.from] : [])],
    notes: planned ? [plannedNote(planned)] : [],
  });
}

/** Logins to this device from a loopback of another device whose address moved. */
function loginHits(view: DeviceView): Hit[] {
  const moved = new Map<string, { owner: string; name: string }>();
  const from = new Set(view.records('login').flatMap((login) => (login.from ? [login.from] : [])));
  for (const address of [...from].sort()) {
    const owner = view.fleet.ownerOf(address);
    if (owner === null || owner === view.device.id) continue;
    const found = ownerPairs(view, owner).find((each) => each.now.includes(address));
    if (found) moved.set(address, { owner, name: found.name });
  }
  return view.records('login').flatMap((login) => {
    const source = login.from === null ? undefined : moved.get(login.from);
    if (!source || login.outcome !== 'success' || login.from === null) return [];
    return [
      makeHit({
        key: `login ${login.from}`,
        title: `${login.account} logged in to ${view.device.id} from ${login.from}, a loopback of ${source.owner} that had another address before`,
        severity: 'high',
        confidence: 'high',
        count: login.count,
        last: login.last ?? login.at,
        proof: [recordProof(login, `login from ${source.name} of ${source.owner}`)],
        accounts: [login.account],
        addresses: [login.from],
      }),
    ];
  });
}

function ownerPairs(view: DeviceView, owner: string): readonly Moved[] {
  const whole = view.fleet.snapshots(owner).filter((facts) => facts.hasConfig && facts.complete);
  return whole.flatMap((after, i) => {
    const before = whole[i - 1];
    return before ? movedLoopbacks({ before, after }).filter((moved) => moved.old.length > 0) : [];
  });
}

/** A changed loopback as the source of logins: the way to hide where one comes from (facts B11, check 16). */
export const check: Check = {
  id: 'loopback-ssh-source',
  asks: 'Was a loopback address changed and then used to go out, or did somebody log in from one?',
  title: 'changed loopback as source of SSH',
  class: 'compromise',
  severity: 'high',
  attack: ['T1021.004', 'T1599'],
  subjects: ['router'],
  needs: [
    { kinds: ['config'], areas: ['interfaces', 'services'], over: 'snapshot', snapshots: 2 },
    { kinds: ['accounting', 'config'], areas: ['interfaces', 'services'], over: 'period' },
  ],
  selects: [{ records: ['command', 'login'] }],
  flows: null,
  evaluate: (view) => [
    ...pairs(view).flatMap((pair) => changeHits(view, pair)),
    ...commandHits(view),
    ...loginHits(view),
  ],
  limits: (view) => accountingLimits(view, 2),
  otherExplanations: [
    'The carrier renumbers its loopbacks, or a device was replaced.',
    'A new loopback for management was set up on purpose.',
  ],
  next: [
    'Run `show ip interface brief | include Loopback` and `show ssh` on the device.',
    'Look on every other device and jump host for logins from the new address: they come from here.',
    'Look in the configuration history for how often the address changed; the actors change it and set it back.',
  ],
  sources: [
    AA25_239A,
    {
      title: 'Cisco Talos: Weathering the storm (February 2025)',
      url: 'https://blog.talosintelligence.com/salt-typhoon-analysis/',
    },
    technique('T1021.004', 'SSH'),
  ],
  fleet: true,
};
