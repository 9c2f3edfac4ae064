import { canonicalIp } from '../../../../base/ip.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { on, onState } from '../leaf.ts';
import { at, type Line, removed, type Scope, tellService } from '../scope.ts';

/** Collectors of flow records. */
export function addFlow(book: PathBook<Scope>): void {
  on(book, 'cflowd collector', readCollector);
  onState(book, 'cflowd', (line, enabled) => tellService(line, 'cflowd', { enabled }));
  book.aside(
    'flow record setting',
    'cflowd active-timeout, cflowd inactive-timeout, cflowd active-flow-timeout, cflowd inactive-flow-timeout, cflowd cache-size, ' +
      'cflowd overflow, cflowd rate, cflowd sample-profile, cflowd template-retransmit, cflowd export-mode, cflowd use-vrtr-if-index, cflowd inband-collector-export-only, cflowd analyze-gre-payload, cflowd analyze-l2tp-traffic, cflowd analyze-v4overv6-traffic, cflowd enhanced-distribution',
  );
}

/** `collector 192.0.2.1:2055 version 9`, with settings in statements below it. */
function readCollector(line: Line): void {
  const { statement, args, to } = line;
  const text = args[0] ?? '';
  const bare = canonicalIp(text) ?? canonicalIp(text.replace(/:\d{1,5}$/, '').replace(/^\[|\]$/g, ''));
  if (!bare || removed(line)) return;
  const place = at(statement.read());
  if (to.placed.has(`flow ${bare}`)) return;
  to.placed.set(`flow ${bare}`, to.draft.flowCollectors.length);
  to.draft.flowCollectors.push({ ...place, address: bare, source: null });
}
