import { check as aaaServerUnapproved } from './aaa-server-unapproved/check.ts';
import { check as aaaWeakened } from './aaa-weakened/check.ts';
import { check as aclAdmitsPublic } from './acl-admits-public/check.ts';
import { check as httpServerExposed } from './http-server-exposed/check.ts';
import { check as indicatorMatch } from './indicator-match/check.ts';
import { check as indicatorNearMatch } from './indicator-near-match/check.ts';
import type { Check } from './kit/contract.ts';
import { check as loopbackSshSource } from './loopback-ssh-source/check.ts';
import { check as mirrorUnapproved } from './mirror-unapproved/check.ts';
import { check as routeIntoTunnel } from './route-into-tunnel/check.ts';
import { check as secretReused } from './secret-reused/check.ts';
import { check as secretWeak } from './secret-weak/check.ts';
import { check as smartInstall } from './smart-install/check.ts';
import { check as snmpNotAuthpriv } from './snmp-not-authpriv/check.ts';
import { check as snmpWrite } from './snmp-write/check.ts';
import { check as toolFileHash } from './tool-file-hash/check.ts';
import { check as tunnelUnknownPeer } from './tunnel-unknown-peer/check.ts';
import { check as vtyExposed } from './vty-exposed/check.ts';
import { check as webuiCreatedUser } from './webui-created-user/check.ts';
import { check as wsmaDoubleEncoded } from './wsma-double-encoded/check.ts';

/** All checks, one line each. */
export const CHECKS: readonly Check[] = [
  aaaServerUnapproved,
  aaaWeakened,
  aclAdmitsPublic,
  httpServerExposed,
  indicatorMatch,
  indicatorNearMatch,
  loopbackSshSource,
  mirrorUnapproved,
  routeIntoTunnel,
  secretReused,
  secretWeak,
  smartInstall,
  snmpNotAuthpriv,
  snmpWrite,
  toolFileHash,
  tunnelUnknownPeer,
  vtyExposed,
  webuiCreatedUser,
  wsmaDoubleEncoded,
];
