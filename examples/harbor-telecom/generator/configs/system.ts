import { longStamp } from '../fleet/clock.ts';
import type { Device } from '../fleet/device.ts';
import { managementPort } from './interfaces.ts';
import { FLEET_TACACS_KEY, hashedSecret, type7 } from './secrets.ts';
import type { ConfigState } from './state.ts';

const versionWord = (device: Device): string => device.version.replace(/\(.*|\.\d+[a-z]?$/, '');

const timestamps = (device: Device): string => {
  if (device.logStyle === 'plain-seconds') return 'service timestamps log datetime show-timezone';
  return `service timestamps log datetime msec show-timezone${device.logStyle === 'relay-year' ? ' year' : ''}`;
};

const by = (who: string | undefined): string => (who === undefined ? '' : ` by ${who}`);

/** The first lines: who changed the configuration last, the services and the name. */
export function headLines(state: ConfigState): string[] {
  const { device, changed, saved } = state;
  return [
    '!',
    `! Last configuration change at ${longStamp(changed.at)}${by(changed.by)}`,
    `! NVRAM config last updated at ${longStamp(saved.at)}${by(saved.by)}`,
    '!',
    '! SYNTHETIC EXAMPLE - Harbor Telecom does not exist',
    `version ${versionWord(device)}`,
    'no service pad',
    'service tcp-keepalives-in',
    'service timestamps debug datetime msec show-timezone',
    timestamps(device),
    'service password-encryption',
    'service sequence-numbers',
    '!',
    `hostname ${device.name}`,
    '!',
    'boot-start-marker',
    'boot-end-marker',
    '!',
  ];
}

const localUsers = (state: ConfigState): string[] => {
  const { device } = state;
  const lines = [`username breakglass privilege 15 secret ${hashedSecret(9, `breakglass/${device.name}`)}`];
  if (device.weak.includes('type7')) {
    lines.push(
      `username backup privilege 15 password 7 ${type7('notArealpassword', 2 + (device.index % 10))}`,
    );
  }
  return [...lines, ...state.users];
};

/** AAA: servers, method lists, accounting, local users. */
export function aaaLines(state: ConfigState): string[] {
  const { device } = state;
  return [
    `enable secret ${hashedSecret(device.index % 3 === 0 ? 8 : 9, `enable/${device.name}`)}`,
    '!',
    'aaa new-model',
    '!',
    'aaa group server tacacs+ HT-TACACS',
    ...state.tacacs.map((server) => ` server name ${server.name}`),
    ' ip vrf forwarding Mgmt-intf',
    ` ip tacacs source-interface ${managementPort(device)}`,
    '!',
    `aaa authentication login default ${state.loginMethods}`,
    'aaa authentication login CONSOLE local',
    'aaa authentication enable default group HT-TACACS enable',
    'aaa authorization exec default group HT-TACACS if-authenticated ',
    'aaa authorization commands 15 default group HT-TACACS if-authenticated ',
    'aaa accounting exec default start-stop group HT-TACACS',
    'aaa accounting commands 1 default start-stop group HT-TACACS',
    'aaa accounting commands 15 default start-stop group HT-TACACS',
    '!',
    'aaa session-id common',
    'clock timezone UTC 0 0',
    'no ip source-route',
    'no ip domain lookup',
    'ip domain name net.harbor-telecom.example',
    'login block-for 120 attempts 4 within 60',
    'login on-failure log',
    'login on-success log',
    '!',
    `license udi pid ${device.model} sn ${device.serial}`,
    ...localUsers(state),
    '!',
  ];
}

/** The TACACS+ servers, each with the key of the fleet. */
export function tacacsLines(state: ConfigState): string[] {
  return state.tacacs.flatMap((server) => [
    `tacacs server ${server.name}`,
    ` address ipv4 ${server.address}`,
    ...(server.key ? [` key 6 ${FLEET_TACACS_KEY}`] : []),
    ' timeout 4',
    '!',
  ]);
}
