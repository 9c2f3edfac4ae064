import type { Source } from '../../kit/contract.ts';
import { DeviceReader } from '../kit/device-reader.ts';
import { aristaEos } from './platform.ts';
import { recognise } from './recognise.ts';

/** Configurations and show output of Arista EOS, alone or in terminal captures. */
export const aristaEosConfig: Source = {
  id: 'configs/arista-eos',
  title: 'Arista EOS configuration and show output',
  version: 1,
  kinds: ['config', 'state', 'file'],
  recognise,
  open: (context, sink) => new DeviceReader(aristaEos, context, sink),
  split: null,
};
