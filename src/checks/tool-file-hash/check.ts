import type { Hit } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { intelligenceLimits } from '../kit/intelligence.ts';
import { recordProof } from '../kit/proof.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { type KnownFile, knownFile } from './matches.ts';

function fileHit(view: DeviceView, known: KnownFile): Hit {
  const { file, hash, indicators, tools, renamedFrom } = known;
  const titles = [...new Set(indicators.map((i) => i.title))].sort().join('; ');
  const by = hash === null ? `holds the strings of ${tools.join(', ')}` : `has the shared hash of ${titles}`;
  const notes: string[] = [];
  if (renamedFrom.length > 0)
    notes.push(`It was shared under the name ${renamedFrom.join(', ')}; the hash counts without the name.`);
  if (hash !== null && tools.length > 0) notes.push(`It also holds the strings of ${tools.join(', ')}.`);
  const unknown = view.device.sort === 'system';
  if (unknown) notes.push('The evidence, named in the proof, does not say on which host the file lay.');
  return makeHit({
    key: hash ?? `${tools.join(' ')} ${file.sha256 ?? file.path}`,
    title: `the file ${file.path}${unknown ? ' of a host that is not named' : ''} ${by}`,
    severity: 'high',
    confidence: hash === null ? 'medium' : 'high',
    first: file.at,
    last: file.last ?? file.at,
    proof: [recordProof(file, hash === null ? 'byte strings of a known tool' : `hash ${hash}`)],
    indicators: [...new Set(indicators.map((i) => i.id))].sort(),
    notes,
  });
}

function evaluate(view: DeviceView): Hit[] {
  return view
    .records('file')
    .map((file) => knownFile(file, (value) => view.fleet.indicators(value)))
    .filter((known) => known !== null)
    .map((known) => fileHit(view, known));
}

/** Nothing known among files that were all understood. Only of the files given, not of all files there are. */
function rulesOut(view: DeviceView): string | null {
  const files = view.records('file').length;
  if (view.device.sort !== 'system' || files === 0 || !view.fleet.hasIntelligence) return null;
  if (view.coverage('file').unread > 0) return null;
  return `None of the ${files} files that were given is known.`;
}

/** Files of known tools, by hash or by the strings in them (AA25-239A; facts 1.4, check 4). */
export const check: Check = {
  id: 'tool-file-hash',
  asks: 'Is a file of a known tool among the files?',
  title: 'file of a known tool',
  class: 'indicator',
  severity: 'high',
  attack: ['T1588.002'],
  subjects: ['router', 'host', 'system'],
  needs: [{ kinds: ['file'], over: 'period' }],
  selects: [{ records: ['file'] }],
  flows: null,
  evaluate,
  applies: (view) => view.device.sort !== 'system' || view.records('file').length > 0,
  rulesOut,
  rulesOutForGood: true,
  limits: intelligenceLimits,
  otherExplanations: [
    'Somebody keeps a sample for research, or put the sample itself among the evidence.',
    'The shared hash belongs to a harmless file that the sharer took for the tool.',
  ],
  next: [
    'Find out on which device the file lay, who owns it there and when it came; copy it before anybody removes it.',
    'Look for its hash on all other hosts, and for logins and packet captures at the time of the file.',
    'Do not upload the file to public scanners: the intruder watches them.',
  ],
  sources: [AA25_239A, technique('T1588.002', 'Obtain Capabilities: Tool')],
  fleet: true,
};
