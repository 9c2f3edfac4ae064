/** What each row is to reach, by name of the row; a ratio where there is a peer, since machines differ. */
export const TARGETS: Readonly<Record<string, readonly string[]>> = {
  syslog: ['L1: at least 1,000,000 events a second of one core'],
  scanner: [
    'H3: at least 2.5 × ripgrep with 1,000 indicators, 12 × with 10,000, 30 × with 100,000; 1,000,000 in 200 MB',
  ],
  flows: ['F2: at least 3 × nfcapd'],
  config: ['C1: at least 1.5 M lines/s; 10,000 configurations in at most 3 × the time of cat, and the start'],
  demo: ['D1: under 60 s'],
  start: ['U1: at most 1.25 × an empty script', 'U2: at most 2.5 × an empty script'],
  workers: ['U3: at least 1.7 ×, on a machine with two cores free'],
  memory: ['M1: 10 GB in under 5 minutes, at most 1 GiB resident'],
};
