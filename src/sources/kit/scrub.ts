import { scrubForms } from './scrub-patterns.ts';

const HIDDEN = '[secret]';

/** Words between the name of a secret and the secret itself: its type. */
const TYPED =
  /^(?:\d{1,2}|8a|clear|md5|sha(?:-?\d{1,3})?|encrypted|hidden|plaintext|ciphertext|ascii|hex|hexadecimal|algorithm-type|ascii-text|cak|ckn|local|remote|password|cipher|irreversible-cipher|simple|plain)$/i;
const WORDS: ReadonlySet<string> = new Set([
  'secret',
  'password',
  'passwd',
  'key',
  'key-string',
  'set-key',
  'server-key',
  'pre-shared-key',
  'shared-key',
  'key-octet-string',
  'shared-secret',
  'shared-key',
  'community',
  'md5',
  'authentication-key',
  'hello-authentication-key',
  'privacy-key',
  'plain-text-password-value',
  'community-name',
  'cak',
  'message-digest-key',
  'passphrase',
  'psk',
  'wpa-psk',
  'token',
]);
/** `area-password`, `tunnel-secret` and the like. */
const SUFFIX = /-(?:password|passwd|passphrase|secret)$/;
/** After `key`, these words mean that no secret follows. */
const NOT_SECRET: ReadonlySet<string> = new Set([
  'chain',
  'config-key',
  'generate',
  'zeroize',
  'import',
  'export',
  'pubkey-chain',
  'mypubkey',
  'rsa',
  'ecdsa',
  'encryption',
  'recovery',
  'list',
  'policy',
  'group',
  'required',
  'for',
  'from',
  'is',
  'of',
  'and',
  'not',
  'in',
  'to',
  'failed',
  'does',
  'type',
  'did',
  'was',
  'has',
  'succeeded',
  'exchange',
  'changed',
]);

/** Without one of these no form of a secret can stand in a text; most log lines have none. */
const HINT =
  /secret|passw|passphrase|key|cak|communit|md5|psk|token|auth|priv|snmp-server|[$=@]|:\/\/|login (?:ok|inc)|-[pu]|echo|enc |pwd|phash/i;

/** Signs of shells and of patterns that may stand right before a name of a secret: `| include ^password 7 …`. */
const JOINED = /[|^([{"'*;&\\`<>]/;
const AFTER_SIGN = /(?:^|[|^([{"'*;&\\`<>])\.?([a-z][a-z0-9-]{0,40})$/;

/**
 * Replaces secrets in a configuration line, a command or a log message with `[secret]`; the words around stay. When in
 * doubt it hides: a hidden harmless word costs less than a printed password. Also hides URL passwords
 * (`ftp://user:pass@host`) and hash strings of the crypt form (`$1$salt$hash`).
 */
export function scrub(text: string): string {
  if (!HINT.test(text)) return text;
  const known = scrubForms(text);
  const words = known.split(' ');
  let changed = false;
  const joined = JOINED.test(known);
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    if (word.length === 0) continue;
    const bare = word.toLowerCase();
    const name = (joined && word.length <= 4000 ? AFTER_SIGN.exec(bare)?.[1] : undefined) ?? bare;
    if (WORDS.has(name) || SUFFIX.test(name)) changed = hideAfter(words, i, name) || changed;
    else if (bare.includes('$') || bare.includes('://') || bare.includes('=') || bare.includes('@')) {
      const hidden = hideInside(word);
      if (hidden !== word) {
        words[i] = hidden;
        changed = true;
      }
    } else if (name === 'auth' || name === 'priv') changed = hideSnmp(words, i) || changed;
  }
  return changed ? words.join(' ') : known;
}

function next(words: readonly string[], from: number): number {
  let i = from;
  while (i < words.length && words[i] === '') i += 1;
  return i;
}

function hideAfter(words: string[], at: number, name: string): boolean {
  let i = next(words, at + 1);
  if (i >= words.length || NOT_SECRET.has((words[i] as string).toLowerCase())) return false;
  // `md5 key-string …`: the secret is that of the next word.
  if (words[i] === 'key-string' || words[i] === 'set-key') return false;
  if (name === 'message-digest-key') i = next(words, i + 1);
  // `enable secret level 7 0 TEXT`.
  if (words[i] === 'level' && /^\d{1,2}$/.test(words[i + 1] ?? '')) i = next(words, i + 2);
  while (i < words.length && TYPED.test(words[i] as string) && next(words, i + 1) < words.length) {
    i = next(words, i + 1);
  }
  if (i >= words.length || words[i] === HIDDEN) return false;
  // `md5 1 key TEXT`: the secret is that of the next word.
  if (words[i] === 'key' && words[at]?.toLowerCase() === 'md5' && next(words, i + 1) < words.length)
    return false;
  joinQuoted(words, i);
  words[i] = keepEnds(words[i] as string);
  return true;
}

const QUOTED = 40;

/** Makes one word of those between quotes that a secret with blanks stands in. */
function joinQuoted(words: string[], from: number): void {
  if (!/^"[^"]*$/.test(words[from] as string)) return;
  const end = words.findIndex((word, i) => i > from && i < from + QUOTED && /"[;,)\]]?$/.test(word));
  if (end > 0) words.splice(from, end - from + 1, words.slice(from, end + 1).join(' '));
}

function keepEnds(word: string): string {
  return /[<'"\]),;]$/.test(word) ? `${HIDDEN}${word.slice(-1)}` : HIDDEN;
}

function hideSnmp(words: string[], at: number): boolean {
  const type = next(words, at + 1);
  if (!/^(?:md5|sha|sha-\d+|sha\d+|des|3des|aes|aes\d+|des56)$/i.test(words[type] ?? '')) return false;
  let i = next(words, type + 1);
  if (/^(?:128|192|256)$/.test(words[i] ?? '')) i = next(words, i + 1);
  // IOS XR says how the secret is written; ASA does so, too.
  if (/^(?:encrypted|clear)$/.test(words[i] ?? '') && next(words, i + 1) < words.length)
    i = next(words, i + 1);
  if (i >= words.length) return false;
  words[i] = HIDDEN;
  return true;
}

const ACCOUNT = /^(?!sips?:|tel:|mailto:)([^:@/\s]{1,64}:)(?!\[secret\])\S{1,256}(@[\w.:[\]-]{1,253}[^@]*)$/i;

function hideInside(word: string): string {
  const scheme = word.indexOf('://');
  if (scheme >= 0) {
    // A password may hold `@`, so the last one ends it.
    const at = word.lastIndexOf('@');
    const colon = word.indexOf(':', scheme + 3);
    if (at > 0 && colon > 0 && colon < at) return `${word.slice(0, colon + 1)}${HIDDEN}${word.slice(at)}`;
    return word.replace(/([?&][\w.-]*(?:secret|passw(?:or)?d|token|key|psk|pass)=)[^&\s]+/gi, `$1${HIDDEN}`);
  }
  const account = ACCOUNT.exec(word);
  if (account) return `${account[1]}${HIDDEN}${account[2]}`;
  const pair = /^([\w.-]*(?:secret|password|passwd|token|key|psk))=(.+)$/i.exec(word);
  if (pair) return `${pair[1]}=${HIDDEN}`;
  return word.replace(/\$(?:\d{1,2}|2[aby]|y|sha512|nt)\$[^\s"'<>,;]+/g, HIDDEN);
}
