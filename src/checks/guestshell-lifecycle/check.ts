import { DAY, formatMinute, type Instant } from '../../base/time.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Hit } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { commandLimits } from '../kit/command-sight.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { plannedChange } from '../kit/planned.ts';
import { factProof, recordProof } from '../kit/proof.ts';
import { pairs } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { accountsOf, originsOf, whoText } from '../kit/who.ts';
import { commandStage, type Deed, messageStage, type Stage } from './stages.ts';

const SHOWS: Readonly<Record<Stage, string>> = {
  enable: 'the container was started',
  use: 'the container was used',
  disable: 'the container was stopped',
  destroy: 'the container was destroyed',
};

const TOPICS: readonly string[] = ['guestshell', 'guest shell', 'app-hosting', 'iox'];

function deedsOf(view: DeviceView): Deed[] {
  const commands = view.records('command').flatMap((record): Deed[] => {
    const stage = commandStage(record);
    return stage ? [{ stage, record }] : [];
  });
  const logs = view.records('log').flatMap((record): Deed[] => {
    const stage = messageStage(record);
    return stage ? [{ stage, record }] : [];
  });
  return [...commands, ...logs].sort((a, b) => (a.record.at ?? 0) - (b.record.at ?? 0));
}

/** How long the shortest life of the container was, from its start to its end; null when either is missing. */
export function shortestLife(deeds: readonly { stage: Stage; at: Instant | null }[]): number | null {
  let shortest: number | null = null;
  let started: Instant | null = null;
  for (const { stage, at } of deeds) {
    if (at === null) continue;
    if (stage === 'enable') started ??= at;
    if (stage !== 'destroy' && stage !== 'disable') continue;
    if (started !== null) shortest = Math.min(shortest ?? Number.POSITIVE_INFINITY, at - started);
    if (stage === 'destroy') started = null;
  }
  return shortest;
}

function deedHits(view: DeviceView): Hit[] {
  const deeds = deedsOf(view).filter(({ record }) => {
    const when = { from: record.at ?? view.period.from, to: record.at ?? view.period.to };
    return plannedChange(view, TOPICS, when) === null;
  });
  if (deeds.every((d) => d.stage === 'disable')) return [];
  const life = shortestLife(deeds.map(({ stage, record }) => ({ stage, at: record.at })));
  const commands = deeds.map((d) => d.record).filter((r) => r.kind === 'command');
  const brief = life !== null && life <= DAY && deeds.some((d) => d.stage === 'destroy');
  const who = commands[0] ? whoText(commands[0]) : 'somebody';
  const first = deeds[0]?.record.at ?? null;
  const when = first === null ? '' : `, first at ${formatMinute(first)}`;
  const notes = brief ? ['It was destroyed within a day of its start, which also destroys its traces.'] : [];
  if (commands.length === 0) notes.push('No command in the evidence says who started it.');
  return [
    makeHit({
      key: 'guestshell',
      title: brief
        ? `${who} started Guest Shell on ${view.device.id} and destroyed it within ${Math.max(1, Math.ceil(life / 3_600_000))} hours${when}`
        : `${who} used Guest Shell on ${view.device.id}${when}`,
      severity: brief ? 'high' : 'medium',
      confidence: brief && commands.length > 0 ? 'high' : 'medium',
      proof: deeds.slice(0, 30).map(({ stage, record }) => recordProof(record, SHOWS[stage])),
      accounts: accountsOf(commands),
      addresses: originsOf(commands),
      notes,
    }),
  ];
}

function hostsContainers(facts: DeviceFacts): DeviceFacts['services'][number] | null {
  const wanted = ['guestshell', 'iox'];
  return facts.services.find((s) => wanted.includes(s.name) && s.enabled === true) ?? null;
}

/** Containers switched on between two configurations. */
function settingHits(view: DeviceView): Hit[] {
  return pairs(view).flatMap(({ before, after, from, to }) => {
    const service = hostsContainers(after);
    if (!service || hostsContainers(before) || plannedChange(view, TOPICS, { from, to })) return [];
    const shows = 'new since the configuration before';
    return [
      makeHit({
        key: 'containers on',
        title: `${view.device.id} was set to run containers (${service.name}) between two configurations`,
        severity: 'medium',
        proof: [factProof(after, service, { text: `${service.name} ${service.detail ?? ''}`.trim(), shows })],
      }),
    ];
  });
}

/** Guest Shell started, used and destroyed (AA25-239A; facts B07, check 14). */
export const check: Check = {
  id: 'guestshell-lifecycle',
  asks: 'Did anybody use the Linux container of this device (Guest Shell) without a planned change?',
  title: 'Guest Shell used',
  class: 'compromise',
  severity: 'medium',
  attack: ['T1609', 'T1610', 'T1059.006', 'T1070.009'],
  subjects: ['router'],
  needs: [
    { kinds: ['accounting'], over: 'period' },
    { kinds: ['syslog'], over: 'period' },
  ],
  selects: [
    { records: ['command'] },
    { records: ['log'], mnemonics: ['VIRT_SERVICE-*', 'VMAN-*', 'IM-*', 'IOX*'] },
  ],
  flows: null,
  evaluate: (view) => [...deedHits(view), ...settingHits(view)],
  limits: (view) => commandLimits(view, 5),
  otherExplanations: [
    'The network automation of the carrier runs Python scripts there.',
    'An engineer tried the feature, or the vendor asked for it in a support case.',
  ],
  next: [
    'Run `show app-hosting list`, `show virtual-service list` and `dir bootflash:guest-share` on the device.',
    'If the container still runs, copy its files before anything else: destroying it destroys them.',
    'Ask the person behind the account. Look for connections of the device that no command explains.',
  ],
  sources: [
    AA25_239A,
    technique('T1609', 'Container Administration Command'),
    technique('T1610', 'Deploy Container'),
  ],
  fleet: true,
};
