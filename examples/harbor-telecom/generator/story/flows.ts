import { at, HOUR, MINUTE } from '../fleet/clock.ts';
import { deviceNamed } from '../fleet/fleet.ts';
import { ACTOR } from '../fleet/people.ts';
import { rngFor } from '../fleet/rng.ts';
import { bothWays, type Conversation, type Flow, PROTOCOL } from '../flows/flow.ts';
import { EXPLOIT_AT, SNMP_WRITE_AT } from './moments.ts';

const talk = (device: string, iso: string | number, rest: Partial<Conversation>): Flow[] => {
  const exporter = deviceNamed(device);
  return bothWays({
    exporter,
    at: typeof iso === 'number' ? iso : at(iso),
    seconds: 30,
    client: exporter.loopback,
    server: exporter.loopback,
    clientPort: 41_877,
    serverPort: 22,
    protocol: PROTOCOL.tcp,
    bytesUp: 4000,
    bytesDown: 9000,
    ...rest,
  });
};

const every = (
  span: { from: string; to: string; step: number },
  make: (moment: number) => Flow[],
): Flow[] => {
  const flows: Flow[] = [];
  for (let moment = at(span.from); moment < at(span.to); moment += span.step) flows.push(...make(moment));
  return flows;
};

const gre = (device: string, moment: number, ends: { near: string; far: string }): Flow[] => {
  const rng = rngFor(`gre/${device}/${moment}`);
  return talk(device, moment, {
    seconds: rng.int(300, 1500),
    client: ends.near,
    server: ends.far,
    clientPort: 0,
    serverPort: 0,
    protocol: PROTOCOL.gre,
    bytesUp: rng.int(20_000, 900_000),
    bytesDown: rng.int(5000, 60_000),
  });
};

const tunnels = (): Flow[] => [
  ...every({ from: '2026-10-21T02:41:00Z', to: '2026-11-13T20:00:00Z', step: 3 * HOUR }, (moment) =>
    gre('pe-chi-02', moment, { near: '198.51.100.133', far: ACTOR.tunnel }),
  ),
  ...every({ from: '2026-10-22T03:07:00Z', to: '2026-10-28T03:07:00Z', step: 2 * HOUR }, (moment) =>
    gre('pe-mke-01', moment, { near: deviceNamed('pe-mke-01').loopback, far: ACTOR.drop }),
  ),
  ...every({ from: '2026-10-22T15:30:00Z', to: '2026-11-13T22:00:00Z', step: 4 * HOUR }, (moment) =>
    gre('pe-mil-01', moment, { near: deviceNamed('pe-mil-01').loopback, far: '192.0.2.9' }),
  ),
  ...every({ from: '2026-10-15T00:20:00Z', to: '2026-11-13T22:00:00Z', step: 4 * HOUR }, (moment) =>
    gre('pe-msp-01', moment, { near: deviceNamed('pe-msp-01').loopback, far: '192.0.2.17' }),
  ),
];

const tacacs = (device: string, moment: number): Flow[] => {
  const rng = rngFor(`rogue-aaa/${device}/${moment}`);
  return talk(device, moment, {
    seconds: rng.int(2, 40),
    client: deviceNamed(device).mgmt,
    server: ACTOR.tunnel,
    clientPort: rng.int(11_000, 64_000),
    serverPort: 49,
    bytesUp: rng.int(300, 1200),
    bytesDown: rng.int(200, 900),
  });
};

const rogueServers = (): Flow[] => [
  ...every({ from: '2026-10-26T02:25:00Z', to: '2026-11-13T20:00:00Z', step: 8 * HOUR }, (moment) =>
    tacacs('pe-chi-02', moment),
  ),
  ...every({ from: '2026-10-26T05:14:00Z', to: '2026-11-08T05:00:00Z', step: 11 * HOUR }, (moment) =>
    tacacs('agg-det-01', moment),
  ),
];

const oddPorts = (): Flow[] => [
  ...every({ from: '2026-10-26T05:40:00Z', to: '2026-11-02T05:00:00Z', step: 31 * HOUR }, (moment) =>
    talk('agg-det-01', moment, {
      seconds: 1320,
      client: ACTOR.drop,
      server: deviceNamed('agg-det-01').loopback,
      clientPort: 47_311,
      serverPort: 22_122,
      bytesUp: 48_211,
      bytesDown: 391_554,
    }),
  ),
  ...every({ from: '2026-10-26T02:44:00Z', to: '2026-11-04T00:00:00Z', step: 43 * HOUR }, (moment) =>
    talk('pe-chi-02', moment, {
      seconds: 210,
      client: ACTOR.web,
      server: deviceNamed('pe-chi-02').loopback,
      clientPort: 51_604,
      serverPort: 18_443,
      bytesUp: 9120,
      bytesDown: 88_400,
    }),
  ),
];

const singles = (): Flow[] => {
  const { mgmt, loopback } = deviceNamed('pe-chi-02');
  const out = { client: loopback, server: ACTOR.drop };
  return [
    ...talk('pe-chi-02', EXPLOIT_AT, {
      seconds: 4,
      client: ACTOR.web,
      server: mgmt,
      serverPort: 80,
      bytesUp: 2811,
      bytesDown: 1904,
    }),
    ...talk('pe-chi-02', '2026-10-24T03:58:32Z', {
      ...out,
      serverPort: 21,
      seconds: 55,
      bytesUp: 1400,
      bytesDown: 1900,
    }),
    ...talk('pe-chi-02', '2026-10-24T03:58:36Z', {
      ...out,
      serverPort: 20,
      seconds: 48,
      bytesUp: 6_412_880,
      bytesDown: 90_112,
    }),
    ...talk('p-stl-01', '2026-10-29T11:41:59Z', {
      client: deviceNamed('p-stl-01').loopback,
      server: ACTOR.drop,
      serverPort: 69,
      protocol: PROTOCOL.udp,
      seconds: 6,
      bytesUp: 9844,
      bytesDown: 1012,
    }),
    ...talk('ce-gary-01', SNMP_WRITE_AT - MINUTE / 4, {
      client: ACTOR.drop,
      server: deviceNamed('ce-gary-01').loopback,
      serverPort: 161,
      protocol: PROTOCOL.udp,
      seconds: 40,
      bytesUp: 4210,
      bytesDown: 5110,
    }),
  ];
};

/** The flows of the intrusion and of the two approved tunnels. */
export function storyFlows(): Flow[] {
  return [...tunnels(), ...rogueServers(), ...oddPorts(), ...singles()];
}
