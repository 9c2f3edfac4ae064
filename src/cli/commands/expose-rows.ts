import type { Exposure, NamedPeer, Rotation, SecretPurpose } from '../../model/exposure.ts';
import type { Row } from '../output.ts';

const SHOWN = 25;

/** How to change a secret of each purpose without being locked out. */
const HOW: Readonly<Record<SecretPurpose, string>> = {
  login:
    'Ways in. Set the new one, keep your session open, and log in a second time before you close it; AAA must answer or the console be at hand.',
  aaa: 'Keys of AAA servers. Add the new key on the server for one device, then on the device, then test a login; local accounts are the way back.',
  snmp: 'SNMP. Add the new user or community, move the managers over, then remove the old one.',
  ipsec: 'Keys of IKE and tunnels. Both ends in one window; the tunnel falls in between.',
  routing:
    'Keys of routing, redundancy and time. With key chains both keys hold for a while; without, sessions fall: both ends in one window.',
  other: 'Everything else.',
};

/** How easily the thief has a secret in clear. */
const COST: Readonly<Record<Rotation['strength'], string>> = {
  plaintext: 'stands in clear',
  reversible: 'can be turned back at once',
  weak: 'a weak hash, tried out in hours',
  unknown: 'form not known to us',
  acceptable: 'protected',
  strong: 'a strong hash',
};

/** The answer as rows: what to change first, whom to warn, what else the thief knows, and what we could not read. */
export function exposureRows(exposure: Exposure): Row[] {
  return [
    { head: '', text: summary(exposure) },
    ...rotationRows(exposure.rotation),
    ...peerRows(exposure.peers),
    ...knownRows(exposure),
    ...limitRows(exposure),
  ];
}

function summary({ devices, rotation }: Exposure): string {
  const open = rotation.filter((r) => r.strength === 'plaintext' || r.strength === 'reversible').length;
  const shared = new Set(rotation.flatMap((r) => r.alsoOn)).size;
  const names = devices.map((d) => `${d.name} (${d.platform})`).slice(0, 8);
  const more = devices.length > names.length ? ` and ${devices.length - names.length} more` : '';
  return (
    `Configuration of ${names.join(', ')}${more}: ${rotation.length} secrets to change, ${open} of them readable at once; ` +
    `${shared} other devices share one.`
  );
}

function rotationRows(rotation: readonly Rotation[]): Row[] {
  const out: Row[] = [];
  let purpose: SecretPurpose | null = null;
  for (const [i, step] of rotation.entries()) {
    if (step.purpose !== purpose) {
      out.push({ head: '', text: '' }, { head: `${step.purpose.toUpperCase()}  `, text: HOW[step.purpose] });
      purpose = step.purpose;
    }
    out.push({ head: `  ${String(i + 1).padStart(3)}. `, text: rotationText(step) });
  }
  return out;
}

function rotationText({ uses, stolenFrom, alsoOn, strength, wellKnown, places }: Rotation): string {
  const also = alsoOn.length === 0 ? '' : `; the same on ${list(alsoOn)}`;
  const known = wellKnown ? '; it is one that everybody tries first' : '';
  const line = places[0] ? ` (line ${places[0].line})` : '';
  return `${list(uses)} of ${list(stolenFrom)}${line}: ${COST[strength]}${known}${also}`;
}

function peerRows(peers: readonly NamedPeer[]): Row[] {
  const strangers = peers.filter((peer) => peer.owner === null);
  if (strangers.length === 0) return [];
  const rows = strangers.slice(0, SHOWN).map((peer): Row => {
    const as = peer.remoteAs === null ? '' : ` AS ${peer.remoteAs}`;
    return { head: '  ', text: `${peer.what} ${peer.address}${as}, from ${peer.device} (line ${peer.line})` };
  });
  const text = 'the other end of these; they share a key or a link with you and are not in the evidence:';
  return [{ head: '', text: '' }, { head: 'WARN  ', text }, ...rows, ...rest(strangers.length)];
}

function knownRows({ systems, managementNetworks, named }: Exposure): Row[] {
  const rows = systems.map(
    ({ what, addresses }): Row => ({ head: '  ', text: `${what}: ${list(addresses)}` }),
  );
  if (managementNetworks.length > 0)
    rows.push({ head: '  ', text: `networks that may manage the devices: ${list(managementNetworks)}` });
  if (named.length > 0) {
    const shown = named.slice(0, SHOWN).map((n) => `${n.text} (${n.device} ${n.interface})`);
    rows.push({ head: '  ', text: `names on interfaces, customers among them: ${list(shown, SHOWN)}` });
  }
  if (rows.length === 0) return [];
  return [{ head: '', text: '' }, { head: 'THE THIEF ALSO KNOWS', text: '' }, ...rows];
}

function limitRows({ devices, unread }: Exposure): Row[] {
  const cut = devices.filter((device) => !device.complete).map((device) => device.name);
  const rows: Row[] = [];
  if (cut.length > 0)
    rows.push({
      head: 'LIMIT  ',
      text: `The configuration of ${list(cut)} is not whole: there may be more.`,
    });
  if (unread > 0)
    rows.push({ head: 'LIMIT  ', text: `${unread} lines were not understood and may hold more.` });
  return rows.length > 0 ? [{ head: '', text: '' }, ...rows] : [];
}

function rest(count: number): Row[] {
  return count > SHOWN ? [{ head: '  ', text: `and ${count - SHOWN} more; --format json has all` }] : [];
}

function list(values: readonly string[], most = 8): string {
  const shown = values.slice(0, most).join(', ');
  return values.length > most ? `${shown} and ${values.length - most} more` : shown;
}
