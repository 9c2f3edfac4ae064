import type { Source } from '../../kit/contract.ts';
import { DeviceReader } from '../kit/device-reader.ts';
import { ciscoAsa } from './platform.ts';
import { recognise } from './recognise.ts';

/** Configurations and show output of Cisco ASA and FTD, alone or in terminal captures. */
export const ciscoAsaConfig: Source = {
  id: 'configs/cisco-asa',
  title: 'Cisco ASA and FTD configuration and show output',
  version: 1,
  kinds: ['config', 'state', 'file'],
  recognise,
  open: (context, sink) => new DeviceReader(ciscoAsa, context, sink),
  split: null,
};
