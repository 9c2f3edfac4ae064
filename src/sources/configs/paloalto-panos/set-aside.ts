import type { PathBook } from '../kit/path-book.ts';
import type { PanScope } from './scope.ts';

/** What is known and no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  'policy for traffic through the device':
    'rulebase, pre-rulebase, post-rulebase, policy, default-security-rules',
  'firewall object':
    'address, address-group, application, application-group, application-filter, application-status, application-tag, application-override, service, service-group, ' +
    'schedule, region, tag, external-list, threats, dynamic-user-group, zone, setting, import, display-name, vsys',
  'profile of content inspection':
    'profiles, profile-group, botnet, override, response-page, user-id-agent, user-id-collector, user-id-hub, captive-portal, ts-agent, redistribution-agent, group-mapping, url-admin-override, ssl-decrypt, ssl-exclude-cert, dns-proxy, iot, url-content-types, botnet report, sdwan',
  'role of administrators':
    'admin-role, mgt-config access-domain, mgt-config password-profile, mgt-config, admin-role-profile',
  'logging setting':
    'log-settings, alg-override, reports, report-group, pdf-summary-report, email-scheduler, report, log-collector, log-collector-group',
  certificate: 'certificate-profile, ocsp-responder, scep, ssl-tls-service-profile',
  'setting of GlobalProtect': 'global-protect, clientless-app',
  'setting of authentication':
    'multi-factor-authentication, server-profile, local-user-database user-group, authentication-object, access-domain, cloud-identity-engine',
  'interface setting':
    'network vlan, network virtual-wire, network interface sdwan, network interface cellular, network interface tunnel, network interface loopback, network interface vlan, network lldp, network shared-gateway',
  'network profile':
    'network profiles, network qos, network dhcp, network dns-proxy, network sdwan-interface-profile, network ike crypto-profiles, network ike gateway, network underlay-net, network global-protect, network secure-web-gateway, network logical-router, network routing-profile',
  'tunnel setting': 'network tunnel',
  'routing setting':
    'network virtual-router * protocol, network virtual-router * ecmp, network virtual-router * multicast',
  'platform setting':
    'deviceconfig setting, deviceconfig system update-schedule, deviceconfig system route, deviceconfig plugins, plugins, device, managed-collectors, deviceconfig vm-info-source, deviceconfig cloud-proxy',
  'time setting': 'deviceconfig system ntp-servers',
  'SSH setting': 'deviceconfig system ssh',
};

/** Adds the families; tables that are read have longer patterns. */
export function addSetAside(book: PathBook<PanScope>): void {
  for (const [reason, patterns] of Object.entries(FAMILIES)) book.aside(reason, patterns);
}
