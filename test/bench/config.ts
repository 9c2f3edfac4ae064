import { findOnce } from '../find-once.ts';
import { figures, type Measured, measure } from './measure.ts';

/** How many configurations the row has, and how many lines each. */
export const FILES = 40;
/** Lines of each configuration. */
export const LINES = 6500;

/** A long synthetic configuration: interfaces, access lists, routes and neighbours, with the usual head and tail. */
export function syntheticConfig(number: number, lines: number): string {
  const name = `bench-${String(number).padStart(2, '0')}`;
  const out = [
    `${name}#show clock`,
    '02:00:25.123 UTC Thu Oct 15 2026',
    `${name}#show running-config`,
    'Building configuration...',
    '',
    'version 17.6',
    'service timestamps log datetime msec show-timezone',
    `hostname ${name}`,
    'aaa new-model',
    'aaa accounting commands 15 default start-stop group tacacs+',
    'tacacs server T1',
    ' address ipv4 10.250.0.11',
    'ip access-list extended EDGE',
  ];
  for (let i = 0; out.length < lines - 12; i += 1) {
    if (i % 9 === 0) out.push(`interface GigabitEthernet0/${number}/${i}`, ` description customer ${i}`);
    else if (i % 9 < 3)
      out.push(` ip address 10.${i % 250}.${(i >> 8) % 250}.${1 + (i % 200)} 255.255.255.252`);
    else if (i % 9 < 5) out.push(' no ip redirects');
    else if (i % 9 < 7) out.push(`ip route 10.${i % 250}.${(i >> 8) % 250}.0 255.255.255.0 10.0.0.1`);
    else out.push(`access-list 120 permit tcp 10.${i % 250}.0.0 0.0.255.255 any eq ${1024 + (i % 1000)}`);
  }
  out.push(
    'snmp-server group G v3 priv',
    'no ip http server',
    'line vty 0 4',
    ' transport input ssh',
    'end',
    '',
  );
  return out.join('\n');
}

/** Configurations of 6,500 lines through recognition, facts, identity, and every check. */
export async function benchConfig(): Promise<Measured> {
  const encoder = new TextEncoder();
  const evidence = Array.from({ length: FILES }, (_, i) => ({
    name: `bench-${i}.cfg`,
    bytes: encoder.encode(syntheticConfig(i, LINES)),
  }));
  await findOnce(evidence.slice(0, 2));
  const measured = await measure(async () => {
    await findOnce(evidence);
    return {
      units: FILES * LINES,
      unit: 'lines',
      bytes: evidence.reduce((sum, e) => sum + e.bytes.length, 0),
    };
  });
  console.log(figures('C1 configurations, facts and all checks', measured));
  return measured;
}
