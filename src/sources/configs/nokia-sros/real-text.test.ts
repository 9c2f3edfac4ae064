// Over configurations of public laboratories, where they lie beside the repository.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StatementTree } from '../../../base/statement-tree.ts';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { Classic } from './classic.ts';
import { nokiaSrosConfig } from './source.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data/samples/configs');
const LABS = join(DATA, 'batfish+lab-validation/snapshots');
const TREES = join(DATA, 'networktocode+netutils/tests/unit/mock/config/parser/base/nokia_sros');

const files = (root: string, pattern: string): string[] =>
  existsSync(root) ? globSync(join(root, pattern)).toSorted() : [];

/** Lines that were neither read nor set aside by name, and all lines. */
function missed(paths: readonly string[]): { missed: number; all: number } {
  let [bad, all] = [0, 0];
  for (const path of paths) {
    const bytes = readFileSync(path);
    const sink = readWith(nokiaSrosConfig, bytes);
    expect(sink.bytes()).toBe(bytes.length);
    for (const { state, units } of sink.accounts)
      if (state === 'not-understood' || state === 'failed') bad += units;
    all += bytes.toString('latin1').split('\n').length;
  }
  return { missed: bad, all };
}

describe('laboratory configurations', () => {
  const running = [...files(LABS, 'sros_*/configs/*/*.cfg'), ...files(TREES, '*_sent.txt')];

  it.skipIf(!existsSync(LABS))('of SR OS are read or knowingly set aside to 99 % and more', () => {
    const share = missed(running);
    expect(running.length).toBeGreaterThan(15);
    console.log(
      `read or set aside: ${((1 - share.missed / share.all) * 100).toFixed(2)} % of ${share.all} lines in ${running.length} files`,
    );
    expect(share.missed / share.all).toBeLessThan(0.01);
  });

  it.skipIf(!existsSync(LABS))('of SR OS are recognised, whole and dated', () => {
    for (const path of files(LABS, 'sros_*/configs/*/*.cfg')) {
      const bytes = readFileSync(path);
      expect(nokiaSrosConfig.recognise(headOf(bytes))).toBeGreaterThan(0.9);
      const [facts] = readWith(nokiaSrosConfig, bytes).snapshots;
      expect(facts).toMatchObject({
        hasConfig: true,
        complete: true,
        model: '7750 SR-1',
        takenQuality: 'exact',
        version: { text: expect.stringMatching(/^B-\d\d\.\d/) as string },
      });
    }
  });

  it.skipIf(!existsSync(LABS))('say the same in flat lines and in blocks', () => {
    const of = (path: string): unknown => {
      const [facts] = readWith(nokiaSrosConfig, readFileSync(path)).snapshots;
      return (
        facts && [
          facts.interfaces.map((face) => [face.name, face.vrf, face.addresses]),
          facts.routingPeers.map((peer) => [peer.address, peer.remoteAs]),
          facts.acls.map((acl) => [acl.name, acl.entries.map((entry) => [entry.action, entry.destination])]),
          facts.routes.map((route) => [route.prefix, route.via]),
        ]
      );
    };
    const withPorts = /^\d|^[A-Z]\/\d/;
    for (const name of ['pe1', 'pe3', 'p1']) {
      const flat = of(join(LABS, `sros_services/source/configs/${name}.cfg`)) as [[string][]];
      const blocks = of(join(LABS, `sros_services/configs/${name}/${name}.cfg`)) as [[string][]];
      for (const each of [flat, blocks]) each[0] = each[0].filter(([face]) => !withPorts.test(face));
      expect(flat).toEqual(blocks);
    }
  });

  it.skipIf(!existsSync(LABS))('of other systems are left to others', () => {
    const others = files(
      LABS,
      '{ios,iosxe,nxos,junos,eos,iosxr}_*/configs/*/show_{running-config,configuration}*.txt',
    );
    const taken = others.filter((path) => nokiaSrosConfig.recognise(headOf(readFileSync(path))) >= 0.3);
    expect(others.length).toBeGreaterThan(20);
    expect(taken).toEqual([]);
  });
});

interface Expected {
  readonly config_line: string | null;
  readonly parents: readonly string[];
}

/** Paths of all statements of a classic configuration, as our tree sees them, by their last statement. */
function paths(text: string): Map<string, string[]> {
  const tree = new StatementTree();
  const classic = new Classic();
  for (const [i, line] of text.split('\n').entries()) {
    const body = line.trim();
    if (body === '' || body.startsWith('#')) continue;
    const entry = {
      line: i + 1,
      byte: 0,
      size: 1,
      text: line.trimEnd(),
      indent: line.search(/[^ ]/),
      closed: true,
      prompt: 0,
    };
    classic.take(entry, tree);
  }
  const out = new Map<string, string[]>();
  const byIndex: string[] = [];
  for (let i = 0; i < tree.size; i += 1) {
    const { text: own, parent } = tree.at(i);
    byIndex.push(parent ? `${byIndex[parent.index]} / ${own}` : own);
    out.set(own, [...(out.get(own) ?? []), byIndex[i] as string]);
  }
  return out;
}

describe('netutils parse trees', () => {
  it.skipIf(!existsSync(TREES))(
    'agree with ours but for headings, closings and what stands at a wrong margin',
    () => {
      const differences: string[] = [];
      let compared = 0;
      for (const file of files(TREES, '*_sent.txt')) {
        const ours = paths(readFileSync(file, 'utf8'));
        const theirs = JSON.parse(
          readFileSync(file.replace('_sent.txt', '_received.json'), 'utf8'),
        ) as Expected[];
        for (const { config_line: line, parents } of theirs) {
          // Their first parent is the heading, at which they lose the block that goes on; ours keep it in front.
          const words = [...parents.slice(1), line ?? ''].map((part) => part.trim().replace(/ create$/, ''));
          const last = words.at(-1);
          // Where the file's own margins are wrong they take an `exit` for a block.
          if (line === null || parents.length === 0 || words.includes('exit') || last === 'exit all')
            continue;
          compared += 1;
          if (!ours.get(last ?? '')?.some((path) => path.endsWith(` / ${words.join(' / ')}`)))
            differences.push(words.join(' / '));
        }
      }
      console.log(`netutils: ${compared - differences.length} of ${compared} statements agree`);
      expect(compared).toBeGreaterThan(3000);
      expect(differences).toEqual([]);
    },
  );
});
