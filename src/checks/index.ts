import { check as aaaInFlowNotConfig } from './aaa-in-flow-not-config/check.ts';
import { check as aaaServerUnapproved } from './aaa-server-unapproved/check.ts';
import { check as aaaWeakened } from './aaa-weakened/check.ts';
import { check as accountingMissing } from './accounting-missing/check.ts';
import { check as accountingWithoutLogin } from './accounting-without-login/check.ts';
import { check as aclAdmitsPublic } from './acl-admits-public/check.ts';
import { check as aclOpenEnd } from './acl-open-end/check.ts';
import { check as automationAccountMisuse } from './automation-account-misuse/check.ts';
import { check as bulkRecordAccess } from './bulk-record-access/check.ts';
import { check as cleartextService } from './cleartext-service/check.ts';
import { check as configChangeUnaccounted } from './config-change-unaccounted/check.ts';
import { check as configChangeUnlogged } from './config-change-unlogged/check.ts';
import { check as configTheft } from './config-theft/check.ts';
import { check as containerHosting } from './container-hosting/check.ts';
import { check as deviceSilence } from './device-silence/check.ts';
import { check as discoveryOutside } from './discovery-outside/check.ts';
import { check as flowExportMissing } from './flow-export-missing/check.ts';
import { check as guestshellLifecycle } from './guestshell-lifecycle/check.ts';
import { check as httpServerExposed } from './http-server-exposed/check.ts';
import { check as ikeWeak } from './ike-weak/check.ts';
import { check as indicatorMatch } from './indicator-match/check.ts';
import { check as indicatorNearMatch } from './indicator-near-match/check.ts';
import { check as interceptListRead } from './intercept-list-read/check.ts';
import { check as iosxrHostSsh } from './iosxr-host-ssh/check.ts';
import type { Check } from './kit/contract.ts';
import { check as localAccounts } from './local-accounts/check.ts';
import { check as logExport } from './log-export/check.ts';
import { check as logTampering } from './log-tampering/check.ts';
import { check as loginOutsideManagement } from './login-outside-management/check.ts';
import { check as loopbackSshSource } from './loopback-ssh-source/check.ts';
import { check as mirrorUnapproved } from './mirror-unapproved/check.ts';
import { check as ntpUnauthenticated } from './ntp-unauthenticated/check.ts';
import { check as packetCapture } from './packet-capture/check.ts';
import { check as privilegeForAll } from './privilege-for-all/check.ts';
import { check as routeIntoTunnel } from './route-into-tunnel/check.ts';
import { check as routingUnauthenticated } from './routing-unauthenticated/check.ts';
import { check as secretReused } from './secret-reused/check.ts';
import { check as secretWeak } from './secret-weak/check.ts';
import { check as secretWellKnown } from './secret-well-known/check.ts';
import { check as sessionLimits } from './session-limits/check.ts';
import { check as silentWhileActive } from './silent-while-active/check.ts';
import { check as smartInstall } from './smart-install/check.ts';
import { check as snmpNotAuthpriv } from './snmp-not-authpriv/check.ts';
import { check as snmpWrite } from './snmp-write/check.ts';
import { check as sourceRouting } from './source-routing/check.ts';
import { check as sshOddPort } from './ssh-odd-port/check.ts';
import { check as sshWeak } from './ssh-weak/check.ts';
import { check as tlsWeak } from './tls-weak/check.ts';
import { check as toolFileHash } from './tool-file-hash/check.ts';
import { check as tunnelInFlowNotConfig } from './tunnel-in-flow-not-config/check.ts';
import { check as tunnelUnknownPeer } from './tunnel-unknown-peer/check.ts';
import { check as vtyExposed } from './vty-exposed/check.ts';
import { check as webMgmtOddPort } from './web-mgmt-odd-port/check.ts';
import { check as webuiCreatedUser } from './webui-created-user/check.ts';
import { check as wsmaDoubleEncoded } from './wsma-double-encoded/check.ts';

/** All checks, one line each. */
export const CHECKS: readonly Check[] = [
  aaaInFlowNotConfig,
  aaaServerUnapproved,
  aaaWeakened,
  accountingMissing,
  accountingWithoutLogin,
  aclAdmitsPublic,
  aclOpenEnd,
  automationAccountMisuse,
  bulkRecordAccess,
  cleartextService,
  configChangeUnaccounted,
  configChangeUnlogged,
  configTheft,
  containerHosting,
  deviceSilence,
  discoveryOutside,
  flowExportMissing,
  guestshellLifecycle,
  httpServerExposed,
  ikeWeak,
  indicatorMatch,
  indicatorNearMatch,
  interceptListRead,
  iosxrHostSsh,
  localAccounts,
  logExport,
  logTampering,
  loginOutsideManagement,
  loopbackSshSource,
  mirrorUnapproved,
  ntpUnauthenticated,
  packetCapture,
  privilegeForAll,
  routeIntoTunnel,
  routingUnauthenticated,
  secretReused,
  secretWeak,
  secretWellKnown,
  sessionLimits,
  silentWhileActive,
  smartInstall,
  snmpNotAuthpriv,
  snmpWrite,
  sourceRouting,
  sshOddPort,
  sshWeak,
  tlsWeak,
  toolFileHash,
  tunnelInFlowNotConfig,
  tunnelUnknownPeer,
  vtyExposed,
  webMgmtOddPort,
  webuiCreatedUser,
  wsmaDoubleEncoded,
];
