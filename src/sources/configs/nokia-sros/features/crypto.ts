import type { CryptoArea, CryptoPart } from '../../../../model/crypto-use.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { on, onLeaf } from '../leaf.ts';
import { at, type Line, removed, type Scope, secretAt, wordAfter } from '../scope.ts';

/** Choices of ciphers, keys and versions: SSH, TLS, IKE and IPsec, MACsec, certificates. */
export function addCrypto(book: PathBook<Scope>): void {
  addSsh(book);
  addTls(book);
  addIke(book);
  addMacsec(book);
  onLeaf(
    book,
    'system security password hashing, system security user-params local-user password hashing',
    (line, value) => {
      tell(line, { area: 'aaa', subject: 'passwords', part: 'prf', value });
    },
  );
  book
    .aside(
      'certificates',
      'system security pki, system security management-security-policy, system security system-password-encryption',
    )
    .aside('TLS setting', 'system security tls')
    .aside('IKE and IPsec setting', 'ipsec')
    .aside('MACsec setting', 'macsec, anysec');
  onLeaf(book, 'system security pki ca-profile * cmpv2 key-list key * password', (line) => {
    if (secretAt(line, line.args, { use: 'pki' })) line.statement.read();
  });
  on(book, 'system security pki ca-profile *', (line) => {
    if (
      line.args.length > 0 &&
      !/^(?:cmpv2|cmp2|shutdown|admin-state|description|cert-file|crl-file|ocsp|revocation-check|auto-crl-update)$/.test(
        line.args[0] ?? '',
      )
    )
      return;
    if (line.args[0] === 'cmpv2' || line.args[0] === 'cmp2')
      tell(line, { area: 'pki', subject: line.names[0] ?? '', part: 'enrollment', value: 'cmpv2' });
    else line.to.tree.setAside(line.statement, 'certificates');
  });
}

interface Use {
  readonly area: CryptoArea;
  readonly subject: string;
  readonly part: CryptoPart;
  readonly value: string;
}

function tell(line: Line, use: Use): void {
  const { statement, to } = line;
  if (use.value === '' || removed(line)) return;
  to.draft.crypto.push({ ...at(statement), ...use, value: use.value.toLowerCase() });
  statement.read();
}

const LISTS: readonly (readonly [string, CryptoPart])[] = [
  ['cipher', 'cipher'],
  ['mac', 'mac'],
  ['kex', 'key-exchange'],
];

function addSsh(book: PathBook<Scope>): void {
  for (const side of ['server', 'client'])
    for (const [word, part] of LISTS) {
      const read = (line: Line): void => {
        const value = wordAfter(line.path, 'name');
        if (value) tell(line, { area: 'ssh', subject: side, part, value });
      };
      for (const list of [`${side}-${word}-list-v2`, `${side}-${word}-list`, `${side}-${word}-list *`])
        on(book, `system security ssh ${list} ${word}`, read);
    }
  onLeaf(book, 'system security ssh version', (line, value) =>
    tell(line, { area: 'ssh', subject: 'server', part: 'version', value }),
  );
  const server = 'system security ssh';
  book.aside(
    'ssh setting',
    [
      'server-cipher-list',
      'client-cipher-list',
      'server-mac-list',
      'client-mac-list',
      'server-kex-list',
      'client-kex-list',
    ]
      .map((word) => `${server} ${word}`)
      .join(', '),
  );
}

function addTls(book: PathBook<Scope>): void {
  for (const side of ['server', 'client']) {
    on(
      book,
      `system security tls ${side}-cipher-list * cipher, system security tls ${side}-cipher-list * tls12-cipher, system security tls ${side}-tls13-cipher-list * cipher, system security tls ${side}-cipher-list * tls13-cipher`,
      (line) => {
        const value = wordAfter(line.path, 'name');
        if (value) tell(line, { area: 'tls', subject: line.names[0] ?? side, part: 'cipher', value });
      },
    );
    on(
      book,
      `system security tls ${side}-group-list * tls13-group, system security tls ${side}-signature-list * tls13-signature`,
      (line) => {
        const value = wordAfter(line.path, 'name');
        const part = line.path.includes('tls13-group') ? 'group' : 'signature';
        if (value) tell(line, { area: 'tls', subject: line.names[0] ?? side, part, value });
      },
    );
    onLeaf(book, `system security tls ${side}-tls-profile * protocol-version`, (line, value) =>
      tell(line, { area: 'tls', subject: line.names[0] ?? side, part: 'version', value }),
    );
  }
}

const POLICY: Readonly<Record<string, CryptoPart>> = {
  'dh-group': 'group',
  'pfs-dh-group': 'group',
  'pfs dh-group': 'group',
  'auth-algorithm': 'mac',
  'ike-auth-algorithm': 'mac',
  'encryption-algorithm': 'cipher',
  'ike-encryption-algorithm': 'cipher',
  'ike-prf-algorithm': 'prf',
  'ike-mode': 'mode',
  'ike-version': 'version',
  'auth-method': 'authentication',
};
const ESP: Readonly<Record<string, CryptoPart>> = {
  'esp-auth-algorithm': 'mac',
  'esp-encryption-algorithm': 'cipher',
  'pfs-dh-group': 'group',
};

function addIke(book: PathBook<Scope>): void {
  for (const [word, part] of Object.entries(POLICY))
    for (const kind of ['ike-policy', 'ike-transform'])
      onLeaf(
        book,
        `ipsec ${kind} * ${word}, ipsec ${kind} * ike-version-1 ${word}, ipsec ${kind} * ike-version-2 ${word}`,
        (line, value) =>
          tell(line, {
            area: 'ike',
            subject: `${kind} ${line.names[0] ?? ''}`,
            part,
            value: part === 'group' ? `group${value.replace(/^group-?/, '')}` : value,
          }),
      );
  for (const mode of ['1', '2'])
    onLeaf(book, `ipsec ike-policy * ike-version-${mode} ike-mode`, (line, value) =>
      tell(line, { area: 'ike', subject: `ike-policy ${line.names[0] ?? ''}`, part: 'mode', value }),
    );
  on(book, 'ipsec ike-policy * pfs', (line) => {
    const value = wordAfter(line.args, 'dh-group') ?? '';
    if (value)
      tell(line, {
        area: 'ipsec',
        subject: `ike-policy ${line.names[0] ?? ''}`,
        part: 'group',
        value: `group${value.replace(/^group-?/, '')}`,
      });
    else line.to.tree.setAside(line.statement, 'IKE and IPsec setting');
  });
  for (const [word, part] of Object.entries(ESP))
    onLeaf(book, `ipsec ipsec-transform * ${word}`, (line, value) =>
      tell(line, {
        area: 'ipsec',
        subject: `transform ${line.names[0] ?? ''}`,
        part,
        value: part === 'group' ? `group${value.replace(/^group-?/, '')}` : value,
      }),
    );
  onLeaf(book, 'ipsec static-sa * authentication', (line) => {
    const from = line.args.findIndex((word) => /^(?:ascii-key|hex-key)$/.test(word)) + 1;
    if (from > 0) secretAt(line, line.args, { from, use: 'ipsec' });
    tell(line, {
      area: 'ipsec',
      subject: `static-sa ${line.names[0] ?? ''}`,
      part: 'mac',
      value: line.args[0] ?? '',
    });
  });
}

function addMacsec(book: PathBook<Scope>): void {
  const base = 'macsec connectivity-association *';
  onLeaf(book, `${base} cipher-suite`, (line, value) =>
    tell(line, { area: 'macsec', subject: line.names[0] ?? '', part: 'cipher', value }),
  );
  onLeaf(book, `${base} macsec-encrypt`, (line, value) =>
    tell(line, {
      area: 'macsec',
      subject: line.names[0] ?? '',
      part: 'mode',
      value: value === 'false' ? 'integrity-only' : 'encrypt',
    }),
  );
  for (const cak of [
    `${base} static-cak pre-shared-key * cak`,
    `${base} static-cak pre-shared-key * connectivity-association-key`,
  ])
    onLeaf(book, cak, (line) => {
      if (secretAt(line, line.args, { use: 'macsec' })) line.statement.read();
    });
}
