/** Whether Smart Install exists on a model: on by default, absent, or not known. */
export type ClientKind = 'client' | 'none' | 'unknown';

/**
 * Switch families that are Smart Install clients by default (Cisco advisory cisco-sa-20180328-smi2): Catalyst 2960 to
 * 3850, 4500, 6500 and 6800, Industrial Ethernet, ME 3400, and switch modules of routers.
 */
const CLIENTS: readonly RegExp[] = [
  /^(?:WS-)?C(?:2960|2975|3560|3650|3750|3850)/i,
  /^(?:WS-)?C(?:45\d\d|65\d\d|68\d\d|6807)/i,
  /^IE-?(?:2000|3000|3010|4000|4010|5000)/i,
  /^ME-?3400/i,
  /^(?:NME-16ES|SM-ES[23]|SM-X-ES3|SM-D-ES[23]|CGS-2520)/i,
];

/** Routers, and switches of the Catalyst 9000 line: no client there. */
const OTHERS =
  /^(?:ASR|ISR|CISCO(?:8|18|19|28|29|38|39|72|76)|C8\d\d|C1[0-1]\d\d|C89|CSR|NCS|C82|C83|C85|C9[2-6]|7[26]0|12\d\d\d|1[89]\d\d|2[89]\d\d\/?K?9?$|3[89]\d\d)/i;

/** What is known of Smart Install on a model as `show version` or an inventory writes it. */
export function clientKind(model: string | null): ClientKind {
  if (model === null) return 'unknown';
  if (CLIENTS.some((family) => family.test(model))) return 'client';
  return OTHERS.test(model) ? 'none' : 'unknown';
}
