import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const SAYS_NOTHING: Fate = ['set-aside', 'show output that no question turns on'];
/** The text of the licence, of the parts of the firmware, and of the last reset. */
const KNOWN =
  /^(?:Cisco Nexus Operating System|TAC support|Documents:|Copyright|All rights|The copyrights|owned by|license|lgpl|software|Software|otherwise|limited|Certain|GNU|the GNU|Lesser|A copy|http|Public|such license|is available|are owned|other third|Some parts|and are|Nexus \d+\S* is a demo|BIOS|NXOS compile|NXOS boot|PE:|loader|Power Seq|Module|Microcontroller|QSFP|CXP|SFP|Host NXOS|kickstart (?:compile|image)|system compile|CPLD|EPLD|Hardware|Intel|AMD|ARM|Virtual|bootflash|slot0|Last reset|Reason|Service|System version|plugin|Core Plugin|Active Package|uC|boot mode|secure boot|Image verification|Storage|with \d+ kB|This product|documents|Module not|Licenses|www\.)/;

/** Reads `show version`. */
export class VersionShow implements Show {
  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    if (readSoftware(entry, text, draft) || readHardware(text, draft)) return READ;
    return KNOWN.test(text) || /^[a-z ,.'"()-]{1,200}$/i.test(text) ? SAYS_NOTHING : BROKEN;
  }
}

type Draft = Snapshot['draft'];

function readSoftware(entry: Entry, text: string, draft: Draft): boolean {
  const at = { line: entry.line, lineEnd: entry.line };
  const version = /^(?:NXOS|system):\s+version (\S{1,60})/.exec(text);
  if (version) {
    draft.version = { ...at, text: version[1] as string };
    return true;
  }
  const image = /^(?:NXOS|system) image file is:\s+(\S{1,200})/.exec(text);
  if (image) draft.image = { ...at, text: image[1] as string };
  return image !== null;
}

function readHardware(text: string, draft: Draft): boolean {
  const model = /^cisco (.{1,80}?)(?: Chassis| \(|$)/i.exec(text);
  if (model) {
    draft.model ??= model[1] as string;
    return true;
  }
  const board = /^Processor Board ID (\w{1,40})/i.exec(text);
  if (board) {
    addSerial(draft, board[1] as string);
    return true;
  }
  const name = /^Device name: (\S{1,63})/.exec(text);
  if (name) {
    draft.hostname ??= name[1] as string;
    return true;
  }
  const uptime = /^Kernel uptime is (\d+) day\(s\), (\d+) hour\(s\), (\d+) minute\(s\), (\d+) second/.exec(
    text,
  );
  if (!uptime) return false;
  const [days, hours, minutes, seconds] = uptime.slice(1).map(Number) as [number, number, number, number];
  draft.uptimeSeconds = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return true;
}
