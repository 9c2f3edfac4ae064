import type { Source } from '../../kit/contract.ts';
import { DeviceReader } from '../kit/device-reader.ts';
import { ciscoIosxr } from './platform.ts';
import { recognise } from './recognise.ts';

/** Configurations and show output of Cisco IOS XR, alone or in terminal captures. */
export const ciscoIosxrConfig: Source = {
  id: 'configs/cisco-iosxr',
  title: 'Cisco IOS XR configuration and show output',
  version: 1,
  kinds: ['config', 'state', 'file'],
  recognise,
  open: (context, sink) => new DeviceReader(ciscoIosxr, context, sink),
  split: null,
};
