import type { Source } from '../../kit/contract.ts';
import { DeviceReader } from '../kit/device-reader.ts';
import { ciscoNxos } from './platform.ts';
import { recognise } from './recognise.ts';

/** Configurations and show output of Cisco NX-OS, alone or in terminal captures. */
export const ciscoNxosConfig: Source = {
  id: 'configs/cisco-nxos',
  title: 'Cisco NX-OS configuration and show output',
  version: 1,
  kinds: ['config', 'state', 'file'],
  recognise,
  open: (context, sink) => new DeviceReader(ciscoNxos, context, sink),
  split: null,
};
