import type { At, DeviceFacts, FactArea } from '../../model/device-facts.ts';
import type { Hit, Reason, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from './contract.ts';
import type { Fix } from './fix.ts';
import { makeHit } from './hit.ts';
import { limit } from './limits.ts';
import { absenceProof, factProof } from './proof.ts';
import { shiftSeverity } from './severity.ts';
import { type Standing, standing, wholeConfigs } from './snapshots.ts';
import { HARDENING } from './sources.ts';

/** One way in which a configuration falls short. */
export interface Weakness {
  /** Stable: the thing it is about (`vty 0 4`, `ospf Gi0/0`), never a line number. */
  readonly key: string;
  /** What is wrong, as the end of the sentence `<device> …`: `lets packets choose their own route (source routing)`. */
  readonly says: string;
  /** The lines that show it; null where the absence of a line does. */
  readonly at: At | null;
  /** The line in safe words, or what no line does. */
  readonly text: string;
  /** Worse or less bad than the check's own severity, in steps. */
  readonly step?: number;
  readonly notes?: readonly string[];
}

/** What a hardening check adds to what all of them share. */
export interface HardeningSpec
  extends Pick<
    Check,
    'id' | 'asks' | 'title' | 'severity' | 'attack' | 'otherExplanations' | 'next' | 'sources'
  > {
  /** Areas of configuration that must have been read. */
  readonly areas: readonly FactArea[];
  /**
   * Platforms whose words the check knows; left out: all. On others a missing line shows nothing, and the question stays
   * open; a line that stands there counts everywhere.
   */
  readonly platforms?: ReadonlySet<string>;
  weaknesses(facts: DeviceFacts, view: DeviceView): readonly Weakness[];
  /** Why a configuration leaves the question open, one sentence; null when it answers. */
  open(facts: DeviceFacts, view: DeviceView): string | null;
  /** What to run to find out, where `open` gives a reason. */
  readonly cheapest: string;
  /** Which configurations the question makes sense for; left out: all. */
  applies?(facts: DeviceFacts): boolean;
  /** How to mend the weaknesses of one configuration; null where we know no lines for the platform. */
  fix(facts: DeviceFacts, weaknesses: readonly Weakness[]): Fix | null;
}

/** Makes a check of configurations against the hardening guidance. */
export function hardeningCheck(spec: HardeningSpec): Check {
  const find = (view: DeviceView, facts: DeviceFacts): readonly Weakness[] =>
    spec.applies && !spec.applies(facts)
      ? []
      : spec.weaknesses(facts, view).filter(({ at }) => at !== null || tellsAbsence(spec, facts));
  return {
    id: spec.id,
    asks: spec.asks,
    title: spec.title,
    class: 'weakness',
    severity: spec.severity,
    attack: spec.attack,
    subjects: ['router'],
    needs: [{ kinds: ['config'], areas: spec.areas, over: 'snapshot' }],
    selects: [],
    flows: null,
    evaluate: (view) =>
      standing(view, (facts) => find(view, facts).map((item) => ({ key: item.key, item }))).map((group) =>
        hitOf(view, spec.severity, group),
      ),
    limits: (view) => limitsOf(view, spec),
    fix: (view, facts) => {
      const weaknesses = find(view, facts);
      return weaknesses.length === 0 ? null : spec.fix(facts, weaknesses);
    },
    otherExplanations: spec.otherExplanations,
    next: spec.next,
    sources: [HARDENING, ...spec.sources],
    fleet: true,
  };
}

/** True where a line that is missing shows something: in a whole configuration of a platform that the check knows. */
function tellsAbsence({ platforms }: HardeningSpec, { complete, platform }: DeviceFacts): boolean {
  return complete && (platforms?.has(platform) ?? true);
}

/** Why a configuration leaves the question open; null when it answers. */
function openOf(view: DeviceView, facts: DeviceFacts, spec: HardeningSpec): string | null {
  if (spec.platforms && !spec.platforms.has(facts.platform))
    return `We do not know how ${facts.platform} answers this question.`;
  return spec.open(facts, view);
}

function hitOf(view: DeviceView, severity: Severity, group: Standing<Weakness>): Hit {
  const { item } = group.seen.at(-1) as (typeof group.seen)[number];
  const gone = group.gone ? ['The newest configuration no longer has it.'] : [];
  return makeHit({
    key: group.key,
    title: `${view.device.id} ${item.says}`,
    severity: shiftSeverity(severity, (item.step ?? 0) + (group.gone ? -1 : 0)),
    confidence: 'high',
    first: group.first,
    last: group.last,
    proof: group.seen.map(({ facts, item: each }) =>
      each.at
        ? factProof(facts, each.at, { text: each.text, shows: each.says })
        : absenceProof(facts, each.text),
    ),
    notes: [...(item.notes ?? []), ...gone],
  });
}

function limitsOf(view: DeviceView, spec: HardeningSpec): readonly Reason[] {
  const asked = wholeConfigs(view).filter((facts) => spec.applies?.(facts) ?? true);
  const text = asked.map((facts) => openOf(view, facts, spec)).find((each) => each !== null);
  return text ? [limit('platform-unknown', ['config'], { text, cheapest: spec.cheapest })] : [];
}
