import type { Source } from '../../kit/contract.ts';
import { DeviceReader } from '../kit/device-reader.ts';
import { fortios } from './platform.ts';
import { recognise } from './recognise.ts';

/** Configurations and show output of Fortinet FortiOS. */
export const fortiosConfig: Source = {
  id: 'configs/fortinet-fortios',
  title: 'Fortinet FortiOS configuration and show output',
  version: 1,
  kinds: ['config', 'state', 'file'],
  recognise,
  open: (context, sink) => new DeviceReader(fortios, context, sink),
  split: null,
};
