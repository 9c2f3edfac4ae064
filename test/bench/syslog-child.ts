import { writeFileSync } from 'node:fs';
import { syntheticSyslog } from './scanner.ts';

// Writes synthetic syslog lines to a file in a process of its own, so that making them costs the measured one no memory.
writeFileSync(process.argv[2] as string, syntheticSyslog(Number(process.argv[3])));
