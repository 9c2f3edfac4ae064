import { clockLine, DAY } from '../fleet/clock.ts';
import type { Device } from '../fleet/device.ts';
import { interfaceLines, routingLines } from './routing.ts';
import { flowLines, lineLines, monitoringLines, serviceLines } from './services.ts';
import type { ConfigState } from './state.ts';
import { aaaLines, headLines, tacacsLines } from './system.ts';

const runningConfig = (state: ConfigState): string[] => {
  const body = [
    ...headLines(state),
    ...aaaLines(state),
    ...flowLines(state),
    ...interfaceLines(state),
    ...routingLines(state),
    ...tacacsLines(state),
    ...serviceLines(state),
    ...monitoringLines(state),
    ...state.mirror,
    ...(state.mirror.length > 0 ? ['!'] : []),
    ...state.extra,
    ...(state.extra.length > 0 ? ['!'] : []),
    ...lineLines(state),
  ];
  const bytes = Buffer.byteLength(body.join('\n'));
  return ['Building configuration...', '', `Current configuration : ${bytes} bytes`, ...body];
};

const uptime = (device: Device, at: number): string => {
  const days = 140 + device.index * 3 + Math.floor((at / DAY) % 40);
  return `${Math.floor(days / 7)} weeks, ${days % 7} days, 3 hours, ${device.index} minutes`;
};

const banner = (device: Device): string[] =>
  device.os === 'iosxe'
    ? [
        `Cisco IOS XE Software, Version ${device.version}`,
        `Cisco IOS Software [Synthetic], ${device.model} Software (X86_64_LINUX_IOSD-UNIVERSALK9-M), Version ${device.version}, RELEASE SOFTWARE (fc4)`,
      ]
    : [
        `Cisco IOS Software, C2900 Software (C2900-UNIVERSALK9-M), Version ${device.version}, RELEASE SOFTWARE (fc2)`,
      ];

const showVersion = (device: Device, at: number): string[] => [
  ...banner(device),
  '',
  `ROM: ${device.os === 'iosxe' ? 'IOS-XE ROMMON' : 'System Bootstrap, Version 15.0(1r)M16'}`,
  '',
  `${device.name} uptime is ${uptime(device, at)}`,
  'System returned to ROM by reload',
  `System image file is "${device.os === 'iosxe' ? 'bootflash:packages.conf' : 'flash0:c2900-universalk9-mz.SPA.157-3.M9.bin'}"`,
  'Last reload reason: Reload Command',
  '',
  `cisco ${device.model} (1NG) processor (revision 1NG) with 3863852K/6147K bytes of memory.`,
  `Processor board ID ${device.serial}`,
  '4 Gigabit Ethernet interfaces',
  '32768K bytes of non-volatile configuration memory.',
  '',
  'Configuration register is 0x2102',
];

const showInventory = (device: Device): string[] => [
  `NAME: "Chassis", DESCR: "Cisco ${device.model} Chassis"`,
  `PID: ${device.model.padEnd(18)}, VID: V03  , SN: ${device.serial}`,
  '',
];

/** A terminal capture of a device: the clock, the running configuration and on most devices version and inventory. */
export function terminalCapture(state: ConfigState, at: number): string {
  const { device } = state;
  const prompt = `${device.name}#`;
  // One device lost its time servers long ago and says so with the star in front of its clock.
  const star = device.name === 'ce-peoria-01' ? '*' : '';
  const lines = [`${prompt}terminal length 0`, `${prompt}show clock`, `${star}${clockLine(at)}`];
  if (device.index % 4 !== 3) lines.push(`${prompt}show version`, ...showVersion(device, at));
  if (device.index % 2 === 0) lines.push(`${prompt}show inventory`, ...showInventory(device));
  return `${[...lines, `${prompt}show running-config`, ...runningConfig(state), '', `${prompt}exit`].join('\n')}\n`;
}
