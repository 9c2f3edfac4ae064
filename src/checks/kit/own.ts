import type { Conversation } from '../../model/flow.ts';
import type { DeviceView } from '../../model/view.ts';

/**
 * True when an address is the device's own beyond what one log line can claim. To be asked wherever being the device's own
 * address turns a hit off: anybody can send syslog in the name of a device.
 */
export function surelyOwns(view: DeviceView, address: string): boolean {
  return view.ownsSurely ? view.ownsSurely(address) : view.owns(address);
}

/** Which end of a talk is the device; null when neither is, or both are beyond doubt or both doubtful. */
export function ownEnd(view: DeviceView, { src, dst }: Conversation): 'src' | 'dst' | null {
  const [from, to] = [view.owns(src), view.owns(dst)];
  if (from !== to) return from ? 'src' : 'dst';
  if (!from) return null;
  const sure = surelyOwns(view, src);
  if (sure === surelyOwns(view, dst)) return null;
  return sure ? 'src' : 'dst';
}
