import { cutTo, textColumns } from '../../base/terminal.ts';
import type { Answers } from '../../model/answers.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { ReportOptions } from '../kit/contract.ts';
import { bytesInWords, counted, day, figure, oneLine } from '../kit/words.ts';

function intelligence(answers: Answers): string {
  const { items, latest } = answers.intelligence;
  if (items === 0) return 'no intelligence loaded';
  return `intelligence ${latest === null ? 'undated' : day(latest)}, ${counted(items, 'item')}`;
}

function evidenceLine({ evidence }: Answers): string {
  const read = `read ${counted(evidence.files, 'file')}, ${bytesInWords(evidence.bytes)}, ${counted(evidence.kinds.length, 'kind')}`;
  if (evidence.partlyUnderstoodFiles === 0) return read;
  return `${read}; ${figure(evidence.partlyUnderstoodFiles)} not fully read (seawall files --unknown)`;
}

/** How many routers gave which kinds of evidence: what the answers can rest on. */
export function deviceLine(answers: Answers): string {
  const routers = new Set(answers.devices.filter((d) => d.sort === 'router').map((d) => d.id));
  const ids = routers.size > 0 ? routers : new Set(answers.devices.map((d) => d.id));
  const has = new Map<string, Set<EvidenceKind>>();
  for (const { device, kinds } of answers.coverage)
    has.set(device, new Set(kinds.filter((k) => k.count > 0).map((k) => k.kind)));
  const groups = { both: 0, config: 0, logs: 0, silent: 0 };
  for (const id of ids) {
    const kinds = has.get(id) ?? new Set<EvidenceKind>();
    const config = kinds.has('config');
    if (config && kinds.has('accounting')) groups.both += 1;
    else if (config && kinds.size === 1) groups.config += 1;
    else if (kinds.size > 0) groups.logs += 1;
    else groups.silent += 1;
  }
  const parts = [
    groups.both > 0 && `${figure(groups.both)} with configuration and accounting`,
    groups.config > 0 && `${figure(groups.config)} configuration only`,
    groups.logs > 0 && `${figure(groups.logs)} with other evidence`,
    groups.silent > 0 && `${figure(groups.silent)} silent`,
  ].filter((part) => part !== false);
  const noun = routers.size > 0 ? 'router' : 'device';
  const others = answers.devices.length - ids.size;
  const more = others > 0 ? `; ${counted(others, 'other device')}` : '';
  return parts.length === 0 ? 'no device was seen' : `${counted(ids.size, noun)}: ${parts.join(', ')}${more}`;
}

/** The three lines above the answers: what was assessed, what was read, which devices. */
export function header(answers: Answers, options: ReportOptions, width: number): string[] {
  const name = oneLine(options.caseName ?? answers.caseId, 60);
  const right = intelligence(answers);
  const marking = answers.marking === null ? '' : `  TLP:${answers.marking}`;
  const left = cutTo(`seawall assess  ${name}${marking}`, Math.max(10, width - textColumns(right) - 2));
  const space = ' '.repeat(Math.max(2, width - textColumns(left) - textColumns(right)));
  return [
    cutTo(`${left}${space}${right}`, width),
    cutTo(`  ${evidenceLine(answers)}`, width),
    cutTo(`  ${deviceLine(answers)}`, width),
  ];
}
