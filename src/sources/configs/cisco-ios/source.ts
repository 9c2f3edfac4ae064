import type { Source } from '../../kit/contract.ts';
import { DeviceReader } from '../kit/device-reader.ts';
import { ciscoIos } from './platform.ts';
import { recognise } from './recognise.ts';

/** Configurations and show output of Cisco IOS and IOS XE, alone or in terminal captures. */
export const ciscoIosConfig: Source = {
  id: 'configs/cisco-ios',
  title: 'Cisco IOS and IOS XE configuration and show output',
  version: 4,
  kinds: ['config', 'state', 'file'],
  recognise,
  open: (context, sink) => new DeviceReader(ciscoIos, context, sink),
  split: null,
};
