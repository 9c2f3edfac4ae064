import { totalLength } from '../../base/time.ts';
import type { Answers } from '../../model/answers.ts';
import type { Device } from '../../model/device.ts';
import type { Verdict } from '../../model/verdict.ts';
import { subjectName } from '../kit/findings.ts';
import { counted, fewOf, figure, share } from '../kit/words.ts';
import { html, type Markup, type Part } from './markup.ts';
import { bullets, folded, grid } from './table.ts';

const MOST_DEVICES = 600;

interface Sums {
  readonly hit: number;
  readonly clear: number;
  readonly unsure: number;
}

function sums(verdicts: readonly Verdict[]): Sums {
  const of = (answer: Verdict['answer']): number => verdicts.filter((v) => v.answer === answer).length;
  return { hit: of('hit'), clear: of('clear'), unsure: of('cannot-tell') };
}

function row(device: Device, { hit, clear, unsure }: Sums, seen: string): Part[] {
  const product = [device.vendor, device.model, device.platform].filter((text) => text !== null);
  const place = [device.role, device.site].filter((text) => text !== null);
  return [
    html`<span class="title">${subjectName(device.id)}</span><span class="meta">${fewOf(device.addresses, 2)}</span>`,
    html`${device.sort}<span class="meta">${device.inventoried ? 'in the inventory' : 'in no inventory'}</span>`,
    product.join(', '),
    place.join(', '),
    seen,
    figure(hit),
    figure(clear),
    figure(unsure),
  ];
}

function seenOf(answers: Answers): ReadonlyMap<string, string> {
  const whole = answers.period.to - answers.period.from;
  return new Map(
    answers.coverage.map(({ device, kinds }) => {
      const streams = kinds.flatMap((kind) => kind.seen);
      if (kinds.length === 0) return [device, 'nothing'];
      return [device, streams.length > 0 ? share(totalLength(streams), whole) : 'snapshots'];
    }),
  );
}

/** The devices with what is known of them and how they were judged. */
export function devicesSection(answers: Answers): Markup {
  const bySubject = Map.groupBy(answers.verdicts, (v) => v.subject);
  const seen = seenOf(answers);
  const list = answers.devices
    .map((device) => ({ device, sums: sums(bySubject.get(device.id) ?? []) }))
    .sort((a, b) => b.sums.hit - a.sums.hit || (a.device.id < b.device.id ? -1 : 1));
  const titles = [
    'Device',
    'Sort',
    'Product',
    'Role and site',
    'Seen by any log',
    'Hit',
    'Clear',
    'Cannot tell',
  ];
  const columns = titles.map((title, i) => ({ title, num: i > 3 }));
  const rows = list
    .slice(0, MOST_DEVICES)
    .map((item) => row(item.device, item.sums, seen.get(item.device.id) ?? 'nothing'));
  const left = list.length - MOST_DEVICES;
  const unclear = answers.ambiguous
    .slice(0, 50)
    .map((a) => `${a.origin} is claimed by ${fewOf(a.devices, 5)}; nothing is joined over it.`);
  return html`<section id="devices" aria-labelledby="devices-h"><h2 id="devices-h">Devices</h2>
<p class="lead">${counted(list.length, 'device')}, those with hits first.</p>
${folded(html`${counted(list.length, 'device')} as a table`, grid('Devices', columns, rows))}
${left > 0 && html`<p class="note">And ${counted(left, 'more device')}, in the JSON report.</p>`}
${unclear.length > 0 && html`<h3>Names and addresses that several devices claim</h3>${bullets(unclear)}`}</section>
`;
}
