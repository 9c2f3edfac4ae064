import type { HitAnswer } from '../../model/answers.ts';
import { counted } from './words.ts';

/** How the evidence fits the nearest playbook, in one sentence; null where none fits. Alignment is no attribution. */
export function playbookSentence({ playbook }: HitAnswer): string | null {
  if (playbook === null) return null;
  const { title, steps, seen, notSeen, cannotTell } = playbook;
  return `${title} playbook: ${seen} of ${counted(steps.length, 'step')} seen, ${notSeen} not seen, ${cannotTell} cannot tell.`;
}
