import { type FortiScope, rowsOf, value } from '../scope.ts';
import type { Table } from '../table.ts';

/** Global settings; features of services, lines and ciphers read them too. */
export const IDENTITY_TABLES: readonly Table[] = [
  {
    path: 'system global',
    read:
      'hostname alias admintimeout admin-console-timeout admin-port admin-sport admin-ssh-port ' +
      'admin-telnet-port ' +
      'admin-telnet admin-scp admin-maintainer admin-lockout-threshold admin-lockout-duration ' +
      'admin-https-redirect ' +
      'admin-https-ssl-versions admin-https-ssl-ciphersuites admin-https-ssl-banned-ciphers admin-ssh-v1 ' +
      'admin-ssh-password admin-concurrent admin-forticloud-sso-login admin-restrict-local cli-audit-log ' +
      'strong-crypto ssh-enc-algo ssh-kex-algo ssh-mac-algo ssh-hostkey-algo ssh-kex-sha1 ssh-hmac-md5 ' +
      'ssh-cbc-cipher ' +
      'ssl-min-proto-version ssl-static-key-ciphers dh-params private-data-encryption lldp-transmission ' +
      'lldp-reception login-timestamp pre-login-banner post-login-banner remoteauthtimeout fips-ciphers ' +
      'admin-server-cert fgfm-ssl-protocol http-obfuscate',
    aside: {
      'clock of the device': 'timezone dst',
      'user interface': [
        'gui-* language admin-hsts-max-age admin-https-pki-required admin-login-max admin-reset-button ' +
          'daily-restart',
        'gui-date-format gui-theme gui-ipv6 gui-certificates gui-custom-language gui-wireless-opensecurity',
        'gui-display-hostname gui-fortisandbox-cloud gui-firmware-upgrade-warning ' +
          'gui-firmware-upgrade-setup-warning',
        'gui-lines-per-page gui-device-latitude gui-device-longitude gui-auto-upgrade-setup-warning ' +
          'gui-cdn-usage',
        'gui-forticare-registration-setup-warning gui-rest-api-cache gui-workflow-management ' +
          'gui-fortigate-cloud-sandbox',
        'gui-local-out gui-allow-default-hostname refresh',
      ]
        .join(' ')
        .replace('gui-* ', ''),
      'platform setting': [
        'vdom-mode vdom-admin switch-controller switch-controller-reserved-network wireless-controller',
        'wireless-controller-port management-vdom management-ip management-port virtual-switch-vlan ' +
          'revision-backup-on-logout',
        'revision-image-auto-backup cfg-save cfg-revert-timeout auto-auth-extension-device autorun-log-fsck',
        'block-session-timer check-protocol-header check-reset-range compliance-check compliance-check-time',
        'cert-chain-max csr-ca-attribute device-identification-active-scan-delay device-idle-timeout ' +
          'ds-scheduler',
        'endpoint-control-fds-access endpoint-control-portal-port extender-controller-reserved-network',
        'failtime fds-statistics fds-statistics-period fec-port fortiextender fortiextender-data-port',
        'fortiextender-vlan-mode fortiservice-port honor-df hw-switch-ether-filter igmp-state-limit',
        'internet-service-database interval ip-src-port-range ips-affinity ipsec-asic-offload ' +
          'ipsec-hmac-offload',
        'ipsec-soft-dec-async ipv6-accept-dad ipv6-allow-anycast-probe log-ssl-connection log-uuid-address',
        'log-uuid-policy log-uuid max-dlpstat-memory max-route-cache-size mc-ttl-notchange ' +
          'memory-use-threshold-extreme',
        'memory-use-threshold-green memory-use-threshold-red miglog-affinity miglogd-children ' +
          'multi-factor-authentication',
        'multicast-forward ndp-max-entry per-user-bal per-user-bwl policy-auth-concurrent proxy-auth-lifetime',
        'proxy-auth-lifetime-timeout proxy-auth-timeout proxy-cert-use-mgmt-vdom ' +
          'proxy-cipher-hardware-acceleration',
        'proxy-hardware-acceleration proxy-kxp-hardware-acceleration proxy-re-authentication-mode',
        'proxy-resource-mode proxy-worker-count radius-port reboot-upon-config-restore scanunit-count',
        'security-rating-result-submission security-rating-run-on-schedule send-pmtu-icmp snat-route-change',
        'special-file-23-support ssd-trim-date ssd-trim-freq ssd-trim-hour ssd-trim-min ssd-trim-weekday',
        'sslvpn-cipher-hardware-acceleration sslvpn-kxp-hardware-acceleration sslvpn-max-worker-count',
        'sslvpn-plugin-version-check sslvpn-web-mode split-port sys-perf-log-interval tcp-halfclose-timer',
        'tcp-halfopen-timer tcp-option tcp-timewait-timer tcp-rst-timer tp-mc-skip-policy traffic-priority',
        'traffic-priority-level two-factor-email-expiry two-factor-fac-expiry two-factor-ftk-expiry',
        'two-factor-ftm-expiry two-factor-sms-expiry udp-idle-timer url-filter-affinity url-filter-count',
        'user-device-store-max-devices user-device-store-max-unified-mem user-device-store-max-users',
        'user-server-cert vip-arp-range wad-csvc-cs-count wad-csvc-db-count wad-memory-change-granularity',
        'wad-source-affinity wad-worker-count wifi-ca-certificate wifi-certificate wimax-4g-usb arp-max-entry',
        'anti-replay asset-tag av-affinity av-failopen av-failopen-session batch-cmdb br-fdb-max-entry',
        'clt-cert-req admin-https-pki-required strict-dirty-session-check ip-fragment-mem-thresholds',
        'private-data-encryption-key auth-cert auth-http-port auth-https-port auth-ike-saml-port ' +
          'auth-keepalive',
        'auth-session-limit allow-traffic-redirect autorun-log-fsck lldp-neighbor faz-disk-buffer-size',
        'forticarrier-bypass fortitoken-cloud fortitoken-cloud-sync-interval optimize-ssl optimize-flow-mode',
        'purdue-level quic-ack-thresold quic-congestion-control-algo quic-max-datagram-size quic-pmtud',
        'ipsec-ha-seqjump-rate ipsec-round-robin ipsec-qat-offload legacy-poe-device-support ' +
          'interface-subnet-usage',
        'dhcp-lease-backup-interval early-tcp-npu-session delay-tcp-npu-session dnsproxy-worker-count',
        'default-service-source-port bfd-affinity access-banner gtpu-dynamic-source-port ' +
          'httpd-max-worker-count',
        'hyper-scale-vdom-num nat46-force-ipv4-packet-forwarding nat64-force-ipv6-packet-forwarding ' +
          'npu-neighbor-update',
        'policy-offload-level rest-api-key-url-query snmp-index sslvpn-affinity telemetry-controller',
        'telemetry-data-port upgrade-report vpn-ems-sn-check ztna-client-certificate-check-cache-duration',
      ].join(' '),
    },
  },
];

/** Name of the device; its model and version stand in the header. */
export function buildIdentity(to: FortiScope): void {
  const [global] = rowsOf(to, 'system global');
  to.draft.hostname ??= value(global, 'hostname');
}
