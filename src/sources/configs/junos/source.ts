import type { Source } from '../../kit/contract.ts';
import { DeviceReader } from '../kit/device-reader.ts';
import { junos } from './platform.ts';
import { recognise } from './recognise.ts';

/** Configurations (blocks and `set` lines) and show output of Juniper Junos, alone or in terminal captures. */
export const junosConfig: Source = {
  id: 'configs/junos',
  title: 'Juniper Junos configuration and show output',
  version: 1,
  kinds: ['config', 'state', 'file'],
  recognise,
  open: (context, sink) => new DeviceReader(junos, context, sink),
  split: null,
};
