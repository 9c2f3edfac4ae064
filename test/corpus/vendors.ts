import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chooseSource, makeHead } from '../../src/assess/ingest/recognise.ts';
import { SOURCES } from '../../src/sources/index.ts';

/** Folder words that name a platform, and the source that reads it. */
const WORDS: Readonly<Record<string, string>> = {
  cisco_ios: 'cisco-ios',
  cisco_xe: 'cisco-ios',
  ios: 'cisco-ios',
  cisco_nxos: 'cisco-nxos',
  nxos: 'cisco-nxos',
  nxos_ssh: 'cisco-nxos',
  cisco_xr: 'cisco-iosxr',
  iosxr: 'cisco-iosxr',
  cisco_iosxr: 'cisco-iosxr',
  iosxr_netconf: 'cisco-iosxr',
  cisco_asa: 'cisco-asa',
  asa: 'cisco-asa',
  arista: 'arista-eos',
  arista_eos: 'arista-eos',
  eos: 'arista-eos',
  juniper_junos: 'junos',
  juniper: 'junos',
  flatjuniper: 'junos',
  junos: 'junos',
  alcatel_sros: 'nokia-sros',
  nokia_sros: 'nokia-sros',
  sros: 'nokia-sros',
  huawei_vrp: 'huawei-vrp',
  huawei: 'huawei-vrp',
  mikrotik_routeros: 'mikrotik-routeros',
  fortinet: 'fortinet-fortios',
  fortios: 'fortinet-fortios',
  paloalto_panos: 'paloalto-panos',
  palo_alto: 'paloalto-panos',
  a10: 'none',
  a10_acos: 'none',
  aruba_aoscx: 'none',
  aruba_os: 'none',
  brocade_fastiron: 'none',
  brocade_netiron: 'none',
  checkpoint: 'none',
  checkpoint_gaia: 'none',
  cisco_ftd: 'cisco-asa',
  cisco_s300: 'none',
  cisco_wlc_ssh: 'none',
  cumulus: 'none',
  dell_force10: 'none',
  dell_os10: 'none',
  dell_powerconnect: 'none',
  eltex: 'none',
  ericsson_ipos: 'none',
  extreme_exos: 'none',
  f5: 'none',
  f5_ltm: 'none',
  hp_comware: 'none',
  hp_procurve: 'none',
  linux: 'none',
  ruckus_fastiron: 'none',
  ubiquiti_edgerouter: 'none',
  ubiquiti_edgeswitch: 'none',
  vyos: 'none',
};

/** Source of the platform that the folders of a path name; null when they name none. A platform we do not read is `none`. */
export function labelOf(path: string): string | null {
  for (const folder of path.toLowerCase().split('/').slice(0, -1)) {
    const label = WORDS[folder];
    if (label !== undefined) return label;
  }
  return null;
}

/** Which source takes each file whose folder names a platform: label, then source, then files. */
export function confusion(root: string): Map<string, Map<string, string[]>> {
  const table = new Map<string, Map<string, string[]>>();
  for (const path of globSync('**/*', { cwd: root }).toSorted()) {
    const label = labelOf(path);
    if (label === null || !statSync(join(root, path)).isFile()) continue;
    const bytes = readFileSync(join(root, path));
    const head = makeHead(bytes.subarray(0, 65_536), bytes.length <= 65_536);
    const source = chooseSource(SOURCES, head, new Map())?.id ?? 'none';
    const taken = source.startsWith('configs/') ? source.slice(8) : 'none';
    const row = table.get(label) ?? new Map<string, string[]>();
    table.set(label, row.set(taken, [...(row.get(taken) ?? []), path]));
  }
  return table;
}
