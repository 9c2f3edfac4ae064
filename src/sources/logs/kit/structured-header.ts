import { skipBlanks, wordEnd } from './header-bytes.ts';
import { structuredDataEnd } from './structured-data.ts';

/** Where the parts of an RFC 5424 header stand; the object is used again. */
export interface StructuredHeader {
  hostFrom: number;
  hostTo: number;
  appFrom: number;
  appTo: number;
  /** Start of the message. */
  message: number;
}

/**
 * Finds the parts of an RFC 5424 header behind its version and time stamp, from the host on; false when the structured
 * data that must follow the message id is not there.
 */
export function readStructured(
  bytes: Uint8Array,
  span: { from: number; to: number },
  into: StructuredHeader,
): boolean {
  const { to } = span;
  into.hostFrom = skipBlanks(bytes, span.from, to);
  into.hostTo = wordEnd(bytes, into.hostFrom, to);
  into.appFrom = skipBlanks(bytes, into.hostTo, to);
  into.appTo = wordEnd(bytes, into.appFrom, to);
  const process = skipBlanks(bytes, into.appTo, to);
  const id = skipBlanks(bytes, wordEnd(bytes, process, to), to);
  const data = skipBlanks(bytes, wordEnd(bytes, id, to), to);
  into.message = structuredDataEnd(bytes, data, to);
  return into.message > 0;
}
