/** How to mend what a check found on one device, and the way back. Seawall writes it; people apply it. */
export interface Fix {
  /** Lines to enter in configuration mode, in order, exact for the platform. No secret stands in them: `<NEW SECRET>`. */
  readonly lines: readonly string[];
  /** Lines that undo them. */
  readonly back: readonly string[];
  /** What must hold first, one sentence each: an access list that lets in the session you are on, a server that answers. */
  readonly first: readonly string[];
  /** Commands to run afterwards, read-only, that show that it worked. */
  readonly afterwards: readonly string[];
  /** True when the lines may end the session that they are entered in, or stop a service that somebody uses. */
  readonly mayCut: boolean;
}
