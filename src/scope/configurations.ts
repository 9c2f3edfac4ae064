import type { DeviceFacts } from '../model/device-facts.ts';
import type { DataScope } from '../model/scope.ts';
import type { Finding } from '../model/verdict.ts';
import type { ScopeInput } from './input.ts';
import { isMoreThanGuess, type Suspicion } from './suspicion.ts';
import { counted } from './wording.ts';

/** Checks whose hits mean that passwords typed at the time were in the intruder's reach, however many. */
const LISTENS: ReadonlySet<string> = new Set([
  'packet-capture',
  'aaa-server-unapproved',
  'aaa-in-flow-not-config',
]);

interface Taken {
  readonly device: string;
  /** Findings that prove that the configuration left the device or was shown. */
  readonly proof: readonly Finding[];
  readonly listening: readonly Finding[];
  readonly configs: readonly DeviceFacts[];
  readonly findings: readonly string[];
}

/** Configurations and the secrets in them: taken for sure, or within reach of whoever controls the device. */
export function configurationScopes(input: ScopeInput, suspicion: Suspicion): DataScope[] {
  const hosts = new Set(input.devices.filter((d) => d.sort === 'host').map((d) => d.id));
  return suspicion.hit
    .filter((device) => !hosts.has(device))
    .flatMap((device) => {
      const own = suspicion.findings.filter((f) => f.subject === device);
      const taken: Taken = {
        device,
        proof: own.filter((f) => isMoreThanGuess(f) && (f.check === 'config-theft' || showsConfig(f))),
        listening: own.filter((f) => LISTENS.has(f.check)),
        configs: (input.snapshots.get(device) ?? []).filter((s) => s.hasConfig),
        findings: own.map((f) => f.id),
      };
      return [configuration(taken), credentials(taken)];
    });
}

function showsConfig(finding: Finding): boolean {
  const shown = ['show running-config', 'show startup-config', 'more nvram:startup-config'];
  return finding.proof.some(({ text }) => shown.some((command) => text.includes(command)));
}

function configuration({ device, proof, findings }: Taken): DataScope {
  const sure = proof.length > 0;
  return {
    system: device,
    dataClass: 'network-config',
    records: { lower: sure ? 1 : 0, upper: 1 },
    persons: { lower: 0, upper: 0 },
    lowerBecause: sure
      ? 'Findings prove that the configuration was taken or shown.'
      : 'No finding proves that the configuration was taken or shown.',
    upperBecause: 'Whoever controls a device can read its configuration.',
    tighten: sure ? null : `Accounting of every command on ${device} since the first sign.`,
    unknown: [],
    findings,
  };
}

function credentials({ device, proof, listening, configs, findings }: Taken): DataScope {
  const groups = configs.map((c) => new Set(c.secrets.map((s) => s.group)));
  const everywhere = [...(groups[0] ?? [])].filter((g) => groups.every((set) => set.has(g))).length;
  const anywhere = new Set(groups.flatMap((set) => [...set])).size;
  const sure = proof.length > 0 && groups.length > 0;
  const open = groups.length === 0 || listening.length > 0;
  return {
    system: device,
    dataClass: 'credentials',
    records: { lower: sure ? everywhere : 0, upper: open ? null : anywhere },
    // Secrets of devices and of their staff are no subscriber's data.
    persons: { lower: 0, upper: 0 },
    lowerBecause: sure
      ? `${counted(everywhere, 'secret stands', 'secrets stand')} in every configuration of the device that we have, and the configuration was taken or shown.`
      : 'No finding proves that secrets of this device were taken.',
    upperBecause: upperWords({ listening: listening.length > 0, configs: groups.length, anywhere }),
    tighten: groups.length === 0 ? `The configuration of ${device}.` : null,
    unknown: [],
    findings,
  };
}

function upperWords(of: { listening: boolean; configs: number; anywhere: number }): string {
  const reach =
    of.configs === 0
      ? 'No configuration was given, so its secrets cannot be counted.'
      : `${counted(of.anywhere, 'secret stands', 'secrets stand')} in its configurations.`;
  return of.listening
    ? `${reach} Logins typed while somebody listened come on top, and cannot be counted.`
    : reach;
}
