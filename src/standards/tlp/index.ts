export type { TlpMarking } from './marking.ts';
export { TLP2_EXTENSION, tlpMarking, tlpMarkingId, tlpOfId, tlpOfMarking } from './marking.ts';
export type { TlpAudience, TlpLabel } from './tlp.ts';
export { may, parseTlp, strictest, strictness, TLP_LABELS } from './tlp.ts';
