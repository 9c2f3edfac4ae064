import type { Source } from '../../kit/contract.ts';
import { DeviceReader } from '../kit/device-reader.ts';
import { huaweiVrp } from './platform.ts';
import { recognise } from './recognise.ts';

/** Configurations and display output of Huawei VRP. */
export const huaweiVrpConfig: Source = {
  id: 'configs/huawei-vrp',
  title: 'Huawei VRP configuration and display output',
  version: 1,
  kinds: ['config', 'state', 'file'],
  recognise,
  open: (context, sink) => new DeviceReader(huaweiVrp, context, sink),
  split: null,
};
