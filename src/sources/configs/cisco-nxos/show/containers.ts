import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const LISTED =
  /^(\S{1,64}) +((?:not |)installed|(?:de|)activat(?:ed|ing)|activate failed|installing|deployed|running|stopped)(?: +\S{1,200})?$/i;
const TITLE = /^(?:Virtual Service List|Name +Status|App id +State|[-=]{3,}|Virtual service|Virtual Service)/;
const DETAIL = /^[\w /()-]{1,60} {0,40}:.{0,300}$/;
const MORE =
  /^(?:Type|Disk|Size|Name|Memory|CPU|VCPU|No\.|Package|Resource|Attached|Application|Signing|Devices)/;

/** Reads `show virtual-service list`, `show virtual-service detail` and `show guestshell`. */
export class ContainersShow implements Show {
  readonly view = 'containers';
  private name = '';

  /** `show guestshell` names its container in the command. */
  constructor(command: string) {
    if (/\bguestshell\b/.test(command)) this.name = 'guestshell+';
  }

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const at = { line: entry.line, lineEnd: entry.line };
    const listed = LISTED.exec(text);
    if (listed) {
      push(draft, { ...at, name: listed[1] as string, state: listed[2] as string });
      return READ;
    }
    const named = /^Virtual service (\S{1,64}) detail/i.exec(text);
    if (named) this.name = named[1] as string;
    const state = /^State +: +(.{1,40})$/.exec(text);
    if (state && this.name !== '') push(draft, { ...at, name: this.name, state: state[1] as string });
    return named || state || TITLE.test(text) || DETAIL.test(text) || MORE.test(text) ? READ : BROKEN;
  }
}

function push(
  draft: Snapshot['draft'],
  container: { line: number; lineEnd: number; name: string; state: string },
): void {
  stateOf(draft).containers.push({ ...container, state: container.state.toLowerCase() });
}
