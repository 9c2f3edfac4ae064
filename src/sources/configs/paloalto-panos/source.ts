import type { Source } from '../../kit/contract.ts';
import { DeviceReader } from '../kit/device-reader.ts';
import { panos } from './platform.ts';
import { recognise } from './recognise.ts';

/** Configurations and show output of Palo Alto Networks PAN-OS. */
export const panosConfig: Source = {
  id: 'configs/paloalto-panos',
  title: 'Palo Alto Networks PAN-OS configuration and show output',
  version: 1,
  kinds: ['config', 'state', 'file'],
  recognise,
  open: (context, sink) => new DeviceReader(panos, context, sink),
  split: null,
};
