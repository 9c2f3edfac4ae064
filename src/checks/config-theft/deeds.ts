import { after, commandWords, isWord } from '../kit/commands.ts';
import { type Place, placeOf } from '../kit/transfer.ts';

/** What a command does with a configuration. */
export interface Deed {
  /** `send`: copied away. `offer`: given to everybody who asks by TFTP. */
  readonly kind: 'send' | 'offer';
  /** Where to; null for an offer. */
  readonly place: Place | null;
}

/** True for a place on the device in which a configuration lies. */
export function isConfiguration(typed: string | undefined): boolean {
  if (typed === undefined) return false;
  if (isWord(typed, 'r(unning-config)') || isWord(typed, 's(tartup-config)')) return true;
  return /^(?:nvram|system|bootflash|flash)?:?\/*(?:startup|running|private|persistent)-config(?:uration)?$/i.test(
    typed,
  );
}

/** The place behind `| redirect`, `| tee` or `| append`; null when the output stays on the screen. */
function redirected(words: readonly string[]): Place | null {
  const bar = words.indexOf('|');
  const how = words[bar + 1];
  if (bar < 0 || !['r(edirect)', 't(ee)', 'a(ppend)'].some((w) => isWord(how, w))) return null;
  const target = words[bar + 2] === '/append' ? words[bar + 3] : words[bar + 2];
  return target === undefined ? null : placeOf(target);
}

/** What a command does with a configuration; null for all others, reading on the screen among them. */
export function deedOf(command: string): Deed | null {
  const offered = after(command, 'tf(tp-server)');
  if (offered) return offered.some(isConfiguration) ? { kind: 'offer', place: null } : null;
  const copied = after(command, 'cop(y)')?.filter((w) => !w.startsWith('/'));
  if (copied) {
    const place = isConfiguration(copied[0]) ? placeOf(copied[1] ?? '') : null;
    return place ? { kind: 'send', place } : null;
  }
  const shown = after(command, 'sh(ow)') ?? after(command, 'mor(e)');
  const what = shown?.[0];
  const whole = isConfiguration(what) || isWord(what, 'te(ch-support)') || isWord(what, 'conf(iguration)');
  const place = shown && whole ? redirected(commandWords(command)) : null;
  return place ? { kind: 'send', place } : null;
}
