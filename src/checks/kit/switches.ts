import type { DeviceFacts, Service } from '../../model/device-facts.ts';
import type { PlatformDefault } from '../../model/platform-default.ts';
import type { DeviceView } from '../../model/view.ts';

/** How a configuration stands to a service that it may switch on or off, or leave to the platform. */
export interface Switch {
  /** `unknown` where no line says it and we do not know the platform's default. */
  readonly state: 'on' | 'off' | 'unknown';
  /** The line that says it. */
  readonly service: Service | null;
  /** The default that says it, where no line does. */
  readonly by: PlatformDefault | null;
}

/** Reads a switch by the name of its service; where lines differ, on wins. */
export function switchOf(view: DeviceView, facts: DeviceFacts, name: string): Switch {
  const said = facts.services.filter((service) => service.name === name && service.enabled !== null);
  const service = said.find((each) => each.enabled) ?? said[0] ?? null;
  if (service) return { state: service.enabled ? 'on' : 'off', service, by: null };
  const by = view.fleet.defaultOf(facts, name);
  // A line that is missing from half a configuration may stand in the other half.
  if (!by || !facts.complete || typeof by.is === 'number')
    return { state: 'unknown', service: null, by: null };
  return { state: by.is, service: null, by };
}
