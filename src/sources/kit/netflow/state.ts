import type { Instant } from '../../../base/time.ts';
import type { Plan } from './plan.ts';
import { planOf } from './plan.ts';
import type { Template, TemplateVersion } from './template.ts';

/** A template with the plan that was made of it. */
export interface Known {
  readonly template: Template;
  readonly plan: Plan;
}

/** How the numbers of a stream of datagrams run. */
export interface Sequence {
  /** Number that the next datagram should carry; null when it cannot be known. */
  expected: number | null;
  /** Export time of the last datagram; NaN before the first. */
  at: Instant;
}

/** What is known of one observation domain (IPFIX) or source id (NetFlow v9) of one exporter. */
export interface Domain {
  readonly exporter: string;
  readonly version: TemplateVersion;
  readonly number: number;
  readonly templates: Map<number, Known>;
  /** Multiplier of counts by number of sampler; `null` holds where records name no sampler. */
  readonly sampling: Map<number | null, number>;
  /** When the exporter started, as its options say. */
  init: Instant | null;
  readonly sequence: Sequence;
  /** Data sets that wait for their template, by its number. */
  readonly waiting: Map<number, Waiting[]>;
}

/** A data set that came before its template. */
export interface Waiting {
  readonly bytes: Uint8Array;
  /** Offset in the evidence of `bytes[0]`. */
  readonly base: number;
  readonly exported: Instant;
  readonly uptime: number | null;
}

/** Templates and domains beyond these are not kept: nobody has so many, a forged file may. */
const MOST_DOMAINS = 20_000;
const MOST_FIELDS = 500_000;

/** All domains seen in one piece of evidence. */
export class Domains {
  private readonly byExporter = new Map<string, Map<number, Domain>>();
  private size = 0;
  private fields = 0;
  private last: Domain | null = null;

  /** The domain, made when new; null when there are too many. */
  find(exporter: string, version: TemplateVersion, number: number): Domain | null {
    const last = this.last;
    if (last && last.number === number && last.version === version && last.exporter === exporter) return last;
    let domains = this.byExporter.get(exporter);
    if (!domains) {
      domains = new Map();
      this.byExporter.set(exporter, domains);
    }
    const key = version * 4_294_967_296 + number;
    let domain = domains.get(key);
    if (!domain) {
      if (this.size >= MOST_DOMAINS) return null;
      this.size += 1;
      domain = newDomain(exporter, version, number);
      domains.set(key, domain);
    }
    this.last = domain;
    return domain;
  }

  /** Keeps a template; null when there are too many. */
  learn(domain: Domain, template: Template): Known | null {
    const known = domain.templates.get(template.id);
    const more = template.fields.length - (known?.template.fields.length ?? 0);
    if (this.fields + more > MOST_FIELDS) return null;
    this.fields += more;
    const learnt = { template, plan: planOf(template) };
    domain.templates.set(template.id, learnt);
    return learnt;
  }

  /** Forgets a template that was withdrawn. */
  forget(domain: Domain, id: number): void {
    this.fields -= domain.templates.get(id)?.template.fields.length ?? 0;
    domain.templates.delete(id);
  }

  /** All domains in the order in which they came. */
  *all(): Iterable<Domain> {
    for (const domains of this.byExporter.values()) yield* domains.values();
  }
}

function newDomain(exporter: string, version: TemplateVersion, number: number): Domain {
  return {
    exporter,
    version,
    number,
    templates: new Map(),
    sampling: new Map(),
    init: null,
    sequence: { expected: null, at: Number.NaN },
    waiting: new Map(),
  };
}

/** Key of a template as TemplateNote wants it: `<exporter>|<version>|<domain>|<id>`. */
export function templateKey(domain: Domain, id: number): string {
  return `${domain.exporter}|${domain.version}|${domain.number}|${id}`;
}
