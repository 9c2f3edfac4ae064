import type { Source } from '../../kit/contract.ts';
import { DeviceReader } from '../kit/device-reader.ts';
import { routeros } from './platform.ts';
import { recognise } from './recognise.ts';

/** Exports and printed output of MikroTik RouterOS. */
export const routerosConfig: Source = {
  id: 'configs/mikrotik-routeros',
  title: 'MikroTik RouterOS export and printed output',
  version: 1,
  kinds: ['config', 'state', 'file'],
  recognise,
  open: (context, sink) => new DeviceReader(routeros, context, sink),
  split: null,
};
