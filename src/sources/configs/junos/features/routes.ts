import { canonicalIp, formatNetwork, parseNetwork } from '../../../../base/ip.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, type Path, type Scope } from '../scope.ts';

/** Static routes of both families, in the main instance and in others. */
export function addRoutes(book: PathBook<Scope>): void {
  book
    .add('routing-options static route *', (line) => readRoute(line, line.names[0] as string))
    .add('routing-options rib * static route *', (line) => readRoute(line, line.names[1] as string))
    .aside(
      'static route setting',
      'routing-options static defaults, routing-options static rib-group, routing-options static iso-route, ' +
        'routing-options static static-route, routing-options rib * static defaults, routing-options static traceoptions',
    );
}

const SETTINGS =
  /^(?:preference|metric|tag|community|retain|no-retain|install|no-install|readvertise|no-readvertise|resolve|no-resolve|active|passive|as-path|color|bfd-liveness-detection|backup-pe-group|lsp-next-hop|static-lsp-next-hop|p2mp-lsp-next-hop|p2mp-ldp-next-hop|no-|tunnel|spring-te-lsp-next-hop|validation-state)/;

/** `0/0` and `10/8` may be written short. */
function whole(destination: string): string {
  const found = /^(\d{1,3}(?:\.\d{1,3}){0,2})(\/\d{1,2})$/.exec(destination);
  if (!found) return destination;
  return [...(found[1] as string).split('.'), '0', '0', '0'].slice(0, 4).join('.') + (found[2] as string);
}

function readRoute({ args, statement, to }: Path, destination: string): void {
  const network = parseNetwork(whole(destination));
  if (!network) return;
  const [what, ...values] = args;
  const via =
    what === 'next-hop'
      ? values.map((word) => canonicalIp(word) ?? word)
      : what === 'qualified-next-hop'
        ? values.slice(0, 1).map((word) => canonicalIp(word) ?? word)
        : what === 'discard' || what === 'reject' || what === 'receive'
          ? [what]
          : what === 'next-table'
            ? [`table ${values[0] ?? ''}`]
            : null;
  if (via === null) {
    if (what === undefined || SETTINGS.test(what)) statement.aside('static route setting');
    return;
  }
  const prefix = formatNetwork(network);
  for (const each of via) {
    const last = to.draft.routes.at(-1);
    // Further words of a qualified next hop repeat the route.
    if (last?.prefix === prefix && last.via === each && last.vrf === to.vrf) continue;
    to.draft.routes.push({ ...at(statement), prefix, via: each, vrf: to.vrf });
  }
  statement.read();
}
