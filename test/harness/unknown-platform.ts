import type { Check } from '../../src/checks/kit/contract.ts';
import { someFacts, someView } from '../../src/checks/kit/fixture.ts';
import type { DeviceFacts } from '../../src/model/device-facts.ts';

/**
 * What a check says of an empty, whole configuration of a platform that no reader of ours knows: the number of its hits,
 * and the codes of the reasons why it may not call the device clear.
 */
export function onUnknownPlatform(
  check: Check,
  parts: Partial<DeviceFacts> = {},
): { hits: number; codes: readonly string[] } {
  const view = someView({ configs: [someFacts({ vendor: 'acme', platform: 'acme-os', ...parts })] });
  return {
    hits: check.evaluate(view).length,
    codes: (check.limits?.(view) ?? []).map(({ code }) => code),
  };
}
