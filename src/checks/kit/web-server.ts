import type { DeviceFacts } from '../../model/device-facts.ts';
import type { DeviceView } from '../../model/view.ts';

function isOff(facts: DeviceFacts): boolean {
  const unread = facts.unread.some((line) => line.area === 'services');
  if (!facts.complete || unread) return false;
  return ['http', 'https'].every((name) =>
    facts.services.some((service) => service.name === name && service.enabled === false),
  );
}

/** True when every configuration is whole and says that both web servers are off; false without configurations. */
export function webServerOff(view: DeviceView): boolean {
  return view.configs.length > 0 && view.configs.every(isOff);
}
