import type { Source } from '../../kit/contract.ts';
import { DeviceReader } from '../kit/device-reader.ts';
import { nokiaSros } from './platform.ts';
import { recognise } from './recognise.ts';

/** Configurations and show output of Nokia SR OS, in classic form and in that of MD-CLI. */
export const nokiaSrosConfig: Source = {
  id: 'configs/nokia-sros',
  title: 'Nokia SR OS configuration and show output',
  version: 1,
  kinds: ['config', 'state', 'file'],
  recognise,
  open: (context, sink) => new DeviceReader(nokiaSros, context, sink),
  split: null,
};
