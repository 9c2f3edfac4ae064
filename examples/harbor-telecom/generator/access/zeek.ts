import { DAYS, END, HOUR, MINUTE, SECOND, START } from '../fleet/clock.ts';
import { deviceNamed, FLEET } from '../fleet/fleet.ts';
import { ACTOR, SERVERS } from '../fleet/people.ts';
import { type Rng, rngFor } from '../fleet/rng.ts';
import type { OutputFile } from '../output.ts';
import { EXPLOIT_AT } from '../story/moments.ts';

/** One request that the sensor on the management segment saw. */
interface Request {
  at: number;
  client: string;
  server: string;
  method: string;
  host: string;
  uri: string;
  agent: string;
  sent: number;
  received: number;
  status: number;
  type: string;
}

interface Connection {
  at: number;
  uid: string;
  client: string;
  clientPort: number;
  server: string;
  serverPort: number;
  protocol: 'tcp' | 'udp';
  service?: string;
  seconds: number;
  up: number;
  down: number;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

const ordinaryRequest = (rng: Rng, at: number): Request => {
  const shared = { at, method: 'GET', status: 200 };
  if (rng.chance(0.5)) {
    const uri = `/api/v1/devices/${rng.pick(FLEET).name}/health`;
    return {
      ...shared,
      client: SERVERS.backup,
      server: SERVERS.nms,
      host: 'nms.harbor-telecom.example',
      uri,
      agent: 'python-requests/2.31.0',
      sent: 0,
      received: rng.int(200, 4000),
      type: 'application/json',
    };
  }
  if (rng.chance(0.8)) {
    const uri = `/debian/dists/bookworm/${rng.pick(['InRelease', 'main/binary-amd64/Packages.xz', 'main/i18n/Translation-en.xz'])}`;
    return {
      ...shared,
      client: rng.pick(SERVERS.jump),
      server: SERVERS.repository,
      host: 'mirror.harbor-telecom.example',
      uri,
      agent: 'Debian APT-HTTP/1.3 (2.6.1)',
      sent: 0,
      received: rng.int(900, 90_000),
      type: 'text/plain',
    };
  }
  const device = rng.pick([deviceNamed('pe-chi-02'), deviceNamed('sw-det-01')]);
  return {
    ...shared,
    client: rng.pick(SERVERS.jump),
    server: device.mgmt,
    host: device.mgmt,
    uri: rng.pick(['/webui/', '/webui/login.html', '/webui/img/logo.png']),
    agent: BROWSER,
    sent: 0,
    received: rng.int(400, 12_000),
    type: 'text/html',
  };
};

const exploit = (shift: number, uri: string, sizes: readonly [sent: number, received: number]): Request => {
  const { mgmt } = deviceNamed('pe-chi-02');
  return {
    at: EXPLOIT_AT + shift,
    client: ACTOR.web,
    server: mgmt,
    method: 'POST',
    host: mgmt,
    uri,
    agent: BROWSER,
    sent: sizes[0],
    received: sizes[1],
    status: 200,
    type: 'text/xml',
  };
};

const requests = (): Request[] => {
  const rng = rngFor('zeek/http');
  const ordinary = DAYS.flatMap((midnight) =>
    Array.from({ length: 70 }, (_, i) =>
      ordinaryRequest(rng, midnight + i * 20 * MINUTE + rng.int(0, 19 * 60_000)),
    ),
  );
  const attack = [
    exploit(0, '/%2577ebui_wsma_Http', [842, 571]),
    exploit(2300, '/%2577ebui_wsma_Http', [790, 1904]),
    exploit(61_000, '/%2577eb%2575i_wsma_Http', [795, 24_511]),
  ];
  return [...ordinary, ...attack].sort((a, b) => a.at - b.at);
};

const seconds = (ms: number): string => (ms / SECOND).toFixed(6);

const HTTP_FIELDS = `ts uid id.orig_h id.orig_p id.resp_h id.resp_p trans_depth method host uri referrer version user_agent origin request_body_len response_body_len status_code status_msg info_code info_msg tags username password proxied orig_fuids orig_filenames orig_mime_types resp_fuids resp_filenames resp_mime_types`;
const HTTP_TYPES = `time string addr port addr port count string string string string string string string count count count string count string set[enum] string string set[string] vector[string] vector[string] vector[string] vector[string] vector[string] vector[string]`;

interface Seen {
  request: Request;
  uid: string;
  port: number;
}

const httpRow = ({ request, uid, port }: Seen, rng: Rng): string =>
  [
    seconds(request.at),
    uid,
    request.client,
    port,
    request.server,
    80,
    1,
    request.method,
    request.host,
    request.uri,
    '-',
    '1.1',
    request.agent,
    '-',
    request.sent,
    request.received,
    request.status,
    'OK',
    '-',
    '-',
    '(empty)',
    '-',
    '-',
    '-',
    '-',
    '-',
    '-',
    `F${rng.text(17, LETTERS)}`,
    '-',
    request.type,
  ].join('\t');

const httpLog = (seen: readonly Seen[]): string => {
  const rng = rngFor('zeek/fuid');
  return [
    '#separator \\x09',
    '#set_separator\t,',
    '#empty_field\t(empty)',
    '#unset_field\t-',
    '#path\thttp',
    '#open\t2026-10-15-00-00-02',
    `#fields\t${HTTP_FIELDS.replaceAll(' ', '\t')}`,
    `#types\t${HTTP_TYPES.replaceAll(' ', '\t')}`,
    ...seen.map((one) => httpRow(one, rng)),
    '#close\t2026-11-14-00-00-01',
    '',
  ].join('\n');
};

const ordinaryConnection = (rng: Rng, at: number): Connection => {
  const device = rng.pick(FLEET.filter((one) => one.accounting !== 'none'));
  const shared = {
    at,
    uid: `C${rng.text(17, LETTERS)}`,
    clientPort: rng.int(32_768, 60_999),
    up: rng.int(80, 3000),
    down: rng.int(80, 9000),
  };
  const udp = { ...shared, protocol: 'udp' as const, seconds: rng.int(1, 900) / 1000 };
  if (rng.chance(0.45))
    return { ...udp, client: SERVERS.nms, server: device.mgmt, serverPort: 161, service: 'snmp' };
  if (rng.chance(0.4))
    return {
      ...udp,
      client: device.mgmt,
      clientPort: 123,
      server: rng.pick(SERVERS.ntp),
      serverPort: 123,
      service: 'ntp',
    };
  return {
    ...shared,
    protocol: 'tcp',
    seconds: rng.int(100, 9000) / 1000,
    client: device.mgmt,
    server: rng.pick(SERVERS.aaa),
    serverPort: 49,
  };
};

const connections = (seen: readonly Seen[]): Connection[] => {
  const rng = rngFor('zeek/conn');
  const ordinary: Connection[] = [];
  for (let now = START + 3 * MINUTE; now < END; now += HOUR / 3)
    ordinary.push(ordinaryConnection(rng, now + rng.int(0, 17 * 60_000)));
  const web = seen.map(
    ({ request, uid, port }): Connection => ({
      at: request.at - 4,
      uid,
      client: request.client,
      clientPort: port,
      server: request.server,
      serverPort: 80,
      protocol: 'tcp',
      service: 'http',
      seconds: rng.int(20, 900) / 1000,
      up: request.sent + 420,
      down: request.received + 310,
    }),
  );
  return [...ordinary, ...web].sort((a, b) => a.at - b.at);
};

const connectionLine = (one: Connection): string => {
  const packets = (bytes: number): number =>
    Math.max(1, Math.ceil(bytes / 900) + (one.protocol === 'tcp' ? 3 : 0));
  return JSON.stringify({
    ts: Number(seconds(one.at)),
    uid: one.uid,
    'id.orig_h': one.client,
    'id.orig_p': one.clientPort,
    'id.resp_h': one.server,
    'id.resp_p': one.serverPort,
    proto: one.protocol,
    ...(one.service === undefined ? {} : { service: one.service }),
    duration: one.seconds,
    orig_bytes: one.up,
    resp_bytes: one.down,
    conn_state: 'SF',
    local_orig: one.client.startsWith('10.'),
    local_resp: true,
    missed_bytes: 0,
    history: one.protocol === 'tcp' ? 'ShADadFf' : 'Dd',
    orig_pkts: packets(one.up),
    orig_ip_bytes: one.up + packets(one.up) * 40,
    resp_pkts: packets(one.down),
    resp_ip_bytes: one.down + packets(one.down) * 40,
  });
};

/** The sensor's HTTP log with tabs and its connection log as JSON lines. */
export function zeekFiles(): OutputFile[] {
  const rng = rngFor('zeek/uid');
  const seen = requests().map((request) => ({
    request,
    uid: `C${rng.text(17, LETTERS)}`,
    port: rng.int(32_768, 60_999),
  }));
  const lines = connections(seen).map(connectionLine);
  return [
    { path: 'evidence/zeek/http.log', bytes: Buffer.from(httpLog(seen)) },
    { path: 'evidence/zeek/conn.json', bytes: Buffer.from(`${lines.join('\n')}\n`) },
  ];
}
