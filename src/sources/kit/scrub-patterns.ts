const HIDDEN = '[secret]';

/** A form in which a secret stands that single words do not show; `$1` is what stays, the rest of the match goes. */
interface SecretForm {
  /** Lower-case text without which the form cannot be there. */
  readonly trigger: string;
  readonly pattern: RegExp;
}

const FORMS: readonly SecretForm[] = [
  // VRP encloses what it has encrypted in marks, and blanks may stand between them; some stand behind no word that tells.
  { trigger: '%^%#', pattern: /()%\^%#.{1,400}?%\^%#/g },
  { trigger: '%$%$', pattern: /()%\$%\$.{1,400}?%\$%\$/g },
  { trigger: '%@%@', pattern: /()%@%@.{1,400}?%@%@/g },
  { trigger: '@%@%', pattern: /()@%@%.{1,400}?@%@%/g },
  { trigger: '%#%#', pattern: /()%#%#.{1,400}?%#%#/g },
  {
    trigger: 'snmp-agent community',
    pattern: /(snmp-agent community (?:read|write) (?!cipher |simple |\[secret\]))\S+/gi,
  },
  // FreeRADIUS writes what the user typed behind a slash: `Login incorrect: [jdoe/hunter2] (from client …)`.
  {
    trigger: 'login ',
    pattern: /(Login (?:OK|incorrect)[^[\]]{0,200}\[[^/\]]{0,200}\/)(?!<via).*?(?=\] \(from|$)/gi,
  },
  {
    trigger: 'snmp-server host',
    pattern:
      /(snmp-server host \S+ (?:(?:vrf \S+|informs?|traps?|version (?:1|2c|3)(?: (?:auth|noauth|priv))?|encrypted|clear) ){0,5})\S+/gi,
  },
  { trigger: 'authentication text', pattern: /(authentication text )\S+/gi },
  { trigger: 'key-string', pattern: /(md5 key-string (?:[07] )?)(?!\[secret\])\S+/gi },
  // Junos: `authentication-key 7 type md5 value "TEXT"`.
  {
    trigger: 'authentication-key',
    pattern: /(authentication-key \d{1,10} type \S{1,20} value )(?:"[^"]{0,400}"|\S+)/gi,
  },
  // NX-OS names no cipher before a DES key: `priv 0x… localizedkey`.
  { trigger: ' priv 0x', pattern: /( priv )0x[0-9a-f]+/gi },
  // MACsec on EOS: name of the key, then type and key.
  { trigger: 'key ', pattern: /(\bkey [0-9a-f]{2,64} (?:[07]|8a) )(?!\[secret\])\S+/gi },
  // The token with which TerminAttr of EOS is started.
  { trigger: '-cvauth=', pattern: /(-cvauth=[\w-]{1,40}[,:])\S+/gi },
  { trigger: '-p', pattern: /(\bsshpass -p ?)\S+/gi },
  { trigger: '-p', pattern: /(\bmysql\w* [^|]{0,400}?-p)\S+/gi },
  { trigger: '-u', pattern: /(\b(?:curl|wget) [^|]{0,400}?-u ?[^\s:]{1,64}:)\S+/gi },
  { trigger: '--p', pattern: /(--pass(?:word|phrase|wd)? )\S+/gi },
  { trigger: 'chpasswd', pattern: /(\becho ["']?[^\s:"']{1,64}:)[^|]{1,200}(?=\|)/gi },
  {
    trigger: 'passw',
    pattern: /(passw(?:or)?d["']? ?(?::=|[:=]) ?)(?!\[secret\])(?:"[^"]*"|'[^']*'|[^\s,;"'\]]+)/gi,
  },
  {
    trigger: 'secret',
    pattern: /(\bsecret["']? ?(?::=|[:=]) ?)(?!\[secret\])(?:"[^"]*"|'[^']*'|[^\s,;"'\]]+)/gi,
  },
  // FortiOS: `set psksecret ENC TEXT`, `set auth-pwd "two words"`.
  { trigger: 'enc ', pattern: /(\bENC )(?!\[secret\])[^\s"]+/g },
  {
    trigger: 'set ',
    pattern:
      /(\bset (?:[\w-]*(?:password|passwd|secret|psksecret-remote|pwd|key|psk|auth-string)) )(?!\[secret\]|ENC )(?:"(?:[^"\\]|\\.)*"?|\S+)/g,
  },
  // PAN-OS: `phash $5$…`, `pre-shared-key key TEXT`, and texts under the master key wherever they stand.
  { trigger: 'phash', pattern: /(\bphash )[^\s;]+/g },
  { trigger: 'pre-shared-key key', pattern: /(\bpre-shared-key key )[^\s;]+/g },
  { trigger: 'pwd', pattern: /(\b(?:auth|priv)pwd )[^\s;]+/g },
  { trigger: 'community-string', pattern: /(\bcommunity-string )[^\s;]+/g },
  { trigger: '-a', pattern: /((?:^|[\s">])-A)[A-Za-z0-9+/]{1,4}==?[A-Za-z0-9+/=]{16,}/g },
  // RouterOS: `password="two words"`.
  {
    trigger: '="',
    pattern: /([\w-]*(?:password|secret|key|passphrase|psk|community)=)"(?:[^"\\]|\\.)*"?/g,
  },
  // A pattern of a filter writes blanks as signs: `show run | include password.7.0822455D0A16`.
  {
    trigger: '|',
    pattern:
      /(\|[^|]{0,200}?(?:secret|passw(?:or)?d|passphrase|key|key-string|community|md5|psk|token)(?:[._+*=]|\\s){1,6}(?:\d{1,2}(?:[._+*]|\\s){1,6})?)[^\s|"')*+._=\\][^\s|"')]*/gi,
  },
];

/** Replaces secrets that stand in one of the known forms; `text` is returned as it is when none does. */
export function scrubForms(text: string): string {
  const lower = text.toLowerCase();
  let out = text;
  for (const { trigger, pattern } of FORMS) {
    if (lower.includes(trigger)) out = out.replace(pattern, `$1${HIDDEN}`);
  }
  return out;
}
