import type { Secret } from '../../../model/device-facts.ts';
import type { PathCommand } from '../kit/path-book.ts';
import type { RosCommand, RosScope } from './scope.ts';

/** Words that begin what is done in a menu. */
export const VERBS: ReadonlySet<string> = new Set(
  'add set remove disable enable unset move print export import comment edit'.split(' '),
);

/** What a feature is: reads one command. */
export type Feature = (command: RosCommand) => void;

/** Attributes that hold secrets, whatever the menu. */
const SECRET =
  /(?:^|[-.])(?:password|secret|passphrase|psk|secrets)$|^(?:wpa2?-)?(?:private-key|preshared-key|pre-shared-key|auth-key|tcp-md5-key|authentication-key|key|presharedkey|private-pre-shared-key)$/;
const USES: readonly (readonly [RegExp, string])[] = [
  [/^user\b/, 'user'],
  [/^ppp secret/, 'user'],
  [/^radius/, 'radius'],
  [/^snmp/, 'snmp user'],
  [/^ip ipsec/, 'ike'],
  [/^interface wireguard/, 'wireguard'],
  [/^routing bgp/, 'bgp'],
  [/^routing ospf/, 'ospf'],
  [/^routing rip/, 'rip'],
  [/^system ntp/, 'ntp'],
  [/^interface (?:wireless|wifi|wifiwave2)/, 'wireless'],
];

/** Cuts a command; every secret in it is kept, whoever reads it. */
export function toCommand({ statement, path, args, to }: PathCommand<RosScope>): RosCommand {
  const values = new Map<string, string>();
  let target: string | null = null;
  let group = '';
  for (const word of args) {
    const equals = word.indexOf('=');
    if (equals > 0 && !word.startsWith('[')) {
      const attribute = word.slice(0, equals);
      // `remote.address=A .as=N`: what begins with a dot goes on from the name before it.
      if (!attribute.startsWith('.')) group = attribute.split('.', 1)[0] as string;
      values.set(attribute.startsWith('.') ? group + attribute : attribute, word.slice(equals + 1));
    } else target ??= targetOf(word);
  }
  const at = { line: statement.line, lineEnd: statement.lineEnd };
  const menu = path.slice(0, path.length - args.length - 1).join(' ');
  const secrets = new Map<string, Secret>();
  for (const [attribute, text] of values) {
    if (!SECRET.test(attribute) || text === '' || /^\*+$/.test(text)) continue;
    const use =
      attribute === 'ipsec-secret' ? 'ike' : (USES.find(([form]) => form.test(menu))?.[1] ?? 'other');
    const named = use === 'user' ? `user ${values.get('name') ?? target ?? ''}`.trim() : use;
    secrets.set(
      attribute,
      to.secrets.keep({ use: named, type: 'plaintext', strength: 'plaintext', text }, at),
    );
  }
  return { statement, at, target, values, secrets, to };
}

function targetOf(word: string): string {
  if (/^\[ ?find default=/.test(word)) return 'default';
  return /^\[ ?find [\w.-]+="?([^"\]]{0,200}?)"? ?\]$/.exec(word)?.[1] ?? word;
}

/** `yes` or `no` as true or false; null when the command does not say it. */
export function said({ values }: RosCommand, attribute: string): boolean | null {
  const text = values.get(attribute);
  return text === 'yes' || text === 'true' ? true : text === 'no' || text === 'false' ? false : null;
}

/** True when the thing is made but switched off. */
export function disabled(command: RosCommand): boolean {
  return said(command, 'disabled') === true;
}
