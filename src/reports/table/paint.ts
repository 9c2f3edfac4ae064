import { styleText } from 'node:util';
import type { Severity } from '../../model/verdict.ts';

/** What a word means, from which its colour follows. */
export type Tone = 'bad' | 'warn' | 'good' | 'unsure' | 'strong' | 'quiet';

const STYLES = {
  bad: ['bold', 'red'],
  warn: ['yellow'],
  good: ['green'],
  unsure: ['bold', 'magenta'],
  strong: ['bold'],
  quiet: ['dim'],
} as const;

/** Colours text where the reader wants colour; the words alone always say the same. */
export type Paint = (tone: Tone, text: string) => string;

/** Makes the painter for a terminal with or without colour. */
export function painter(color: boolean): Paint {
  if (!color) return (_tone, text) => text;
  return (tone, text) => styleText([...STYLES[tone]], text, { validateStream: false });
}

/** The tone of a severity. */
export function severityTone(severity: Severity): Tone {
  if (severity === 'critical' || severity === 'high') return 'bad';
  return severity === 'medium' ? 'warn' : 'quiet';
}
