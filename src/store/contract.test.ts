import { caseStoreContract } from '../../test/contract/case-store.ts';
import { CASE_ENGINES } from './engines/index.ts';

for (const [name, load] of Object.entries(CASE_ENGINES)) caseStoreContract(name, load);
