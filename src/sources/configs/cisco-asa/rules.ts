import { RuleBook } from '../kit/rules.ts';
import { addAaa } from './features/aaa.ts';
import { addAcls } from './features/acls.ts';
import { addCryptoRules } from './features/crypto.ts';
import { addIdentity } from './features/identity.ts';
import { addInterfaces } from './features/interfaces.ts';
import { addLogging } from './features/logging.ts';
import { addNetwork } from './features/network.ts';
import { addServices } from './features/services.ts';
import { addSnmpRules } from './features/snmp.ts';
import { addTimeRules } from './features/time.ts';
import { addUsers } from './features/users.ts';
import type { Scope } from './scope.ts';
import { addSetAside } from './set-aside.ts';

const FEATURES = [
  addSetAside,
  addNetwork,
  addAaa,
  addAcls,
  addCryptoRules,
  addIdentity,
  addInterfaces,
  addLogging,
  addServices,
  addSnmpRules,
  addTimeRules,
  addUsers,
];

function build(): RuleBook<Scope> {
  const book = new RuleBook<Scope>();
  for (const add of FEATURES) add(book);
  return book;
}

/** What is done with each top-level statement of an ASA configuration. */
export const RULES: RuleBook<Scope> = build();
