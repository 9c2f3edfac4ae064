import { createHash } from 'node:crypto';

/** SHA-256 of an invented tool; it is the hash of a sentence, so no real file has it. */
export const TOOL_SHA256: string = createHash('sha256')
  .update('harbor-telecom synthetic file-transfer tool, not a real program')
  .digest('hex');
