// The house limits of CONTRIBUTING.md that no linter knows. `node tools/house-limits.ts [root]`
import { join } from 'node:path';
import { judge } from './limits/judge.ts';

const { problems, summary } = judge(process.argv[2] ?? join(import.meta.dirname, '..'));
for (const problem of problems) console.error(problem);
console.log(`house limits: ${problems.length} problems; ${summary}`);
if (problems.length > 0) process.exitCode = 1;
