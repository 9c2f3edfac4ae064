import { parseNetwork } from '../../base/ip.ts';
import type { At, DeviceFacts, PolicyRoute, Route } from '../../model/device-facts.ts';
import type { DeviceView } from '../../model/view.ts';
import { type Standing, standing } from '../kit/snapshots.ts';
import { tunnelOf } from './tunnel-of.ts';

/** A route that leads into a tunnel. */
export interface Into {
  readonly tunnel: string;
  /** What goes there: a network in CIDR, or the traffic that a route map picks. */
  readonly what: string;
  /** True when it is all traffic that has no better way. */
  readonly all: boolean;
  /** Where a route map is put to use, in words; null for a static route. */
  readonly policy: string | null;
  /** Words by which a planned change may name it, besides the tunnel. */
  readonly names: readonly string[];
  readonly at: At;
  /** The statement, as it would be written again. */
  readonly text: string;
}

function ofRoute(facts: DeviceFacts, route: Route): Into[] {
  const tunnel = tunnelOf(facts, route);
  if (!tunnel) return [];
  const { prefix } = route;
  const all = parseNetwork(prefix)?.bits === 0;
  const names = [prefix, prefix.split('/')[0] ?? prefix];
  return [
    { tunnel, what: prefix, all, policy: null, names, at: route, text: `ip route ${prefix} ${route.via}` },
  ];
}

function ofPolicy(facts: DeviceFacts, step: PolicyRoute): Into[] {
  const { map, sequence, acls, via, where } = step;
  if (where.length === 0) return [];
  const tunnels = new Set(via.map((each) => tunnelOf(facts, { via: each })).filter((name) => name !== null));
  const shown = where.slice(0, 4).join(', ') + (where.length > 4 ? ` and ${where.length - 4} more` : '');
  const policy = where.length === 1 && where[0] === 'local' ? 'for the device itself' : `on ${shown}`;
  const traffic = acls.length === 0 ? 'all traffic' : `traffic of access list ${acls.join(' or ')}`;
  return [...tunnels].map((tunnel) => ({
    tunnel,
    what: `${traffic} (route map ${map} ${sequence})`,
    all: acls.length === 0,
    policy,
    names: [map, ...acls.map((acl) => `access-list ${acl}`)],
    at: step,
    text: `route-map ${map} permit ${sequence}: set ${via.join(' ')}`,
  }));
}

/** The static and policy routes of all configurations that lead into a tunnel, and since when. */
export function intoOf(view: DeviceView): Standing<Into>[] {
  return standing(view, (facts) =>
    [
      ...facts.routes.flatMap((route) => ofRoute(facts, route)),
      // Facts that an older reader left in a case have none.
      ...(facts.policyRoutes ?? []).flatMap((step) => ofPolicy(facts, step)),
    ].map((item) => ({ key: `route ${item.what} ${item.tunnel}`, item })),
  );
}
