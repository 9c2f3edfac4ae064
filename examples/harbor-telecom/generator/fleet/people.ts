/** Addresses and names of the invented carrier; every address is private or kept for documentation. */
export const SERVERS = {
  aaa: ['10.250.0.11', '10.250.0.12'],
  jump: ['10.250.0.21', '10.250.0.22'],
  backup: '10.250.0.31',
  nms: '10.250.0.41',
  flowCollector: '10.250.0.51',
  mirrorCollector: '10.250.0.55',
  logHosts: ['10.250.0.61', '10.250.0.62'],
  ntp: ['10.250.0.71', '10.250.0.72'],
  repository: '10.250.0.85',
  strayPoller: '10.250.0.90',
  cdrExport: '10.60.0.9',
} as const;

/** The addresses the intruder uses. */
export const ACTOR = { web: '198.51.100.77', tunnel: '203.0.113.66', drop: '203.0.113.67' } as const;

/** A loopback address that the intruder gave a router; outside the management network. */
export const PIVOT = '10.199.48.13';

/** A network engineer with a workstation and a jump host of habit. */
export interface Admin {
  name: string;
  workstation: string;
  jump: string;
}

const admin = (name: string, host: number, jump: 0 | 1): Admin => ({
  name,
  workstation: `10.20.4.${host}`,
  jump: SERVERS.jump[jump],
});

/** The people who run the network. */
export const ADMINS: readonly Admin[] = [
  admin('m.okafor', 31, 0),
  admin('l.hansen', 32, 0),
  admin('r.castillo', 33, 1),
  admin('j.novak', 34, 0),
  admin('s.iyer', 35, 1),
  admin('d.whitlock', 36, 1),
];
