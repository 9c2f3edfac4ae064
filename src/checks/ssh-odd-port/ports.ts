/**
 * True for the ports on which intruders put SSH servers on routers: five digits that end in 22 (AA25-239A). 57722 is left
 * to the check iosxr-host-ssh.
 */
export function isOddPort(port: number): boolean {
  return port > 9999 && port % 100 === 22 && port !== 57_722;
}

/** All odd ports, as ranges of one, for the flow store. */
export const ODD_PORTS: readonly (readonly [low: number, high: number])[] = Array.from(
  { length: 556 },
  (_, i) => 10_022 + i * 100,
)
  .filter(isOddPort)
  .map((port) => [port, port] as const);
