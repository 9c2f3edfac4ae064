import { columnMap } from './access/column-map/source.ts';
import { ACCOUNTING } from './accounting/index.ts';
import { aristaEosConfig } from './configs/arista-eos/source.ts';
import { ciscoAsaConfig } from './configs/cisco-asa/source.ts';
import { ciscoIosConfig } from './configs/cisco-ios/source.ts';
import { ciscoIosxrConfig } from './configs/cisco-iosxr/source.ts';
import { ciscoNxosConfig } from './configs/cisco-nxos/source.ts';
import { fortiosConfig } from './configs/fortinet-fortios/source.ts';
import { huaweiVrpConfig } from './configs/huawei-vrp/source.ts';
import { junosConfig } from './configs/junos/source.ts';
import { routerosConfig } from './configs/mikrotik-routeros/source.ts';
import { nokiaSrosConfig } from './configs/nokia-sros/source.ts';
import { otherMakersConfig } from './configs/other-makers/source.ts';
import { panosConfig } from './configs/paloalto-panos/source.ts';
import { executable } from './files/executable/source.ts';
import { hashList } from './files/hash-list/source.ts';
import { netflowDatagrams } from './flows/netflow-datagrams/source.ts';
import { inventoryDevices } from './inventory/devices/source.ts';
import { inventoryRegister } from './inventory/register/source.ts';
import type { Source } from './kit/contract.ts';
import { syslog } from './logs/index.ts';
import { zeek } from './logs/zeek/source.ts';
import { capture } from './packets/capture/source.ts';

/** All formats that Seawall reads, one line each; recognition asks every one and takes the surest. */
export const SOURCES: readonly Source[] = [
  aristaEosConfig,
  ciscoAsaConfig,
  ciscoIosConfig,
  ciscoIosxrConfig,
  ciscoNxosConfig,
  fortiosConfig,
  huaweiVrpConfig,
  junosConfig,
  routerosConfig,
  nokiaSrosConfig,
  otherMakersConfig,
  panosConfig,
  netflowDatagrams,
  capture,
  syslog,
  zeek,
  columnMap,
  inventoryDevices,
  inventoryRegister,
  executable,
  hashList,
  ...ACCOUNTING,
];
