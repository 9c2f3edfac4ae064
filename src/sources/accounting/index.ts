import type { Source } from '../kit/contract.ts';
import { freeradiusDetail } from './freeradius-detail/source.ts';
import { tacPlus } from './tac-plus/source.ts';
import { tacacsGui } from './tacacsgui/source.ts';

/** Accounting files of AAA servers, one line each. Cisco ISE sends its own through syslog: see logs/cisco-ise. */
export const ACCOUNTING: readonly Source[] = [tacPlus, tacacsGui, freeradiusDetail];
