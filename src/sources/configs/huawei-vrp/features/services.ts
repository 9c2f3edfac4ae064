import type { CryptoPart } from '../../../../model/crypto-use.ts';
import { scrub } from '../../../kit/scrub.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { aclIn, at, bind, type Line, type Scope, tellService, wholeNumber, wordAfter } from '../scope.ts';

/** Services that a statement switches on or, behind `undo`, off, and their names in the facts. */
const SWITCHES: Readonly<Record<string, string>> = {
  'telnet server enable': 'telnet',
  'telnet ipv4 server enable': 'telnet',
  'telnet ipv6 server enable': 'telnet-ipv6',
  'stelnet server enable': 'ssh',
  'stelnet ipv4 server enable': 'ssh',
  'stelnet ipv6 server enable': 'ssh-ipv6',
  'ssh server enable': 'ssh',
  'sftp server enable': 'sftp',
  'sftp ipv4 server enable': 'sftp',
  'sftp ipv6 server enable': 'sftp-ipv6',
  'scp server enable': 'scp',
  'scp ipv4 server enable': 'scp',
  'scp ipv6 server enable': 'scp-ipv6',
  'snetconf server enable': 'netconf',
  'snetconf ipv4 server enable': 'netconf',
  'snetconf ipv6 server enable': 'netconf-ipv6',
  'ftp server enable': 'ftp-server',
  'FTP server enable': 'ftp-server',
  'ftp ipv6 server enable': 'ftp-server-ipv6',
  'http server enable': 'http',
  'http secure-server enable': 'https',
  'http ipv6 server enable': 'http-ipv6',
  'http ipv6 secure-server enable': 'https-ipv6',
  'web-manager enable': 'http',
  'web-manager security enable': 'https',
  'lldp enable': 'lldp',
  'ndp enable': 'ndp',
  'ntdp enable': 'ntdp',
  'cluster enable': 'cluster-management',
  'dhcp enable': 'dhcp',
  'ip source-route': 'source-route',
  'ipv6 source-route': 'source-route-ipv6',
  'cwmp enable': 'cwmp',
  'ssh server compatible-ssh1x enable': 'ssh1',
  'ssh client first-time enable': 'ssh-first-time',
  'ssh server rekey-interval': 'ssh-rekey',
  'info-center enable': 'logging',
  'password-recovery': 'password-recovery',
  'http client': 'http-client',
  'tftp server enable': 'tftp-server',
};
const PORTS: Readonly<Record<string, string>> = {
  'telnet server port': 'telnet',
  'telnet ipv6 server port': 'telnet-ipv6',
  'ssh server port': 'ssh',
  'ssh ipv4 server port': 'ssh',
  'ssh ipv6 server port': 'ssh-ipv6',
  'ftp server port': 'ftp-server',
  'http server port': 'http',
  'http secure-server port': 'https',
  'snetconf server port': 'netconf',
};
const LISTS: Readonly<Record<string, string>> = {
  'telnet server acl': 'telnet',
  'ssh server acl': 'ssh',
  'ssh ipv6 server acl': 'ssh-ipv6',
  'ftp acl': 'ftp-server',
  'ftp server acl': 'ftp-server',
  'http acl': 'http',
  'http server acl': 'http',
  'http secure-server acl': 'https',
  'sftp server acl': 'sftp',
  'scp server acl': 'scp',
  'tftp-server acl': 'tftp-client',
};

/** Services of the device, management services above all. */
export function addServices(book: RuleBook<Scope>): void {
  addAside(book);
  for (const [phrase, name] of Object.entries(SWITCHES))
    book.add(phrase, ({ statement, no, args, to }) => {
      const port = wholeNumber(wordAfter(args, 'port'));
      if (name === 'logging') to.draft.logging.enabled = !no;
      if (name === 'logging') statement.read();
      else tellService(to, statement, { name, enabled: !no, ...(port === null ? {} : { port }) });
    });
  for (const [phrase, name] of Object.entries(PORTS))
    book.add(phrase, ({ statement, no, args, to }) =>
      tellService(to, statement, { name, port: no ? null : wholeNumber(args[0]) }),
    );
  for (const [phrase, name] of Object.entries(LISTS)) book.add(phrase, (line) => readList(line, name));
  addSsh(book);
  book
    .add('grpc', (line) => readBlock(line, 'grpc'))
    .add('netconf', (line) => readBlock(line, 'netconf'))
    .add('restconf', (line) => readBlock(line, 'restconf'))
    .add('telemetry', readTelemetry)
    .add('lawful-interception', readIntercept)
    .add('lawful interception', readIntercept)
    .add('iot', (line) => readBlock(line, 'iox'));
}

function readList({ statement, no, args, to }: Line, name: string): void {
  const acl = args.filter((word) => !/^(?:ipv6|ipv4|name|number)$/.test(word))[0];
  if (!no && acl !== undefined) {
    tellService(to, statement, { name, acl });
    bind(to, statement, { acl, where: name === 'ftp-server' ? 'ftp' : name });
  }
  statement.read();
}

const CRYPTO: Readonly<Record<string, CryptoPart>> = {
  cipher: 'cipher',
  hmac: 'mac',
  'key-exchange': 'key-exchange',
  publickey: 'signature',
};

/** `ssh server cipher aes256_ctr aes128_ctr` and its kin, and how users of SSH log in. */
function addSsh(book: RuleBook<Scope>): void {
  for (const side of ['server', 'client'])
    for (const [word, part] of Object.entries(CRYPTO))
      book.add(`ssh ${side} ${word}`, ({ statement, no, args, to }) => {
        for (const value of no ? [] : args)
          to.draft.crypto.push({
            ...at(statement),
            area: 'ssh',
            subject: side,
            part,
            value: value.toLowerCase(),
          });
        statement.read();
      });
  book
    .add('ssh server dh-exchange min-len', ({ statement, args, to }) => {
      if (!args[0]) return;
      to.draft.crypto.push({
        ...at(statement.read()),
        area: 'ssh',
        subject: 'server',
        part: 'key-length',
        value: args[0],
      });
    })
    .add('ssh user', readSshUser)
    .add('ssh server-source', (line) => readSource(line, 'ssh'))
    .add('telnet server-source', (line) => readSource(line, 'telnet'))
    .add('http server-source', (line) => readSource(line, 'http'))
    .add('ftp server-source', (line) => readSource(line, 'ftp-server'))
    .add('ftp client-source', (line) => readClientSource(line, 'ftp'))
    .add('tftp client-source', (line) => readClientSource(line, 'tftp'))
    .add('sftp client-source', (line) => readClientSource(line, 'ssh-client'))
    .add('telnet client-source', (line) => readClientSource(line, 'telnet-client'));
}

/** Where a server listens: on all interfaces or on those that are named. */
function readSource({ statement, no, args, to }: Line, name: string): void {
  if (!no) tellService(to, statement, { name, detail: args.join(' ') || null });
  statement.read();
}

function readClientSource({ statement, args, to }: Line, name: string): void {
  const face = wordAfter(args, '-i') ?? wordAfter(args, '-a') ?? args.at(-1);
  if (face) to.draft.sourceInterfaces[name] ??= face;
  statement.read();
}

function readSshUser({ statement, no, args, to }: Line): void {
  const [name = '', what = ''] = args;
  if (no || name === '') return;
  if (what === 'assign') {
    const service = {
      name: 'ssh-key',
      enabled: true,
      port: null,
      acl: null,
      detail: `${name} ${args.slice(2).join(' ')}`,
    };
    to.draft.services.push({ ...at(statement.read()), ...service });
  } else if (what === 'authentication-type') {
    const value = (args[2] ?? '').toLowerCase();
    to.draft.crypto.push({
      ...at(statement.read()),
      area: 'ssh',
      subject: `user ${name}`,
      part: 'authentication',
      value,
    });
  } else to.tree.setAside(statement, 'ssh setting');
}

/** Blocks of management protocols: ports and lists of access inside them. */
function readBlock({ statement, to }: Line, name: string): void {
  tellService(to, statement, { name, enabled: true });
  for (const each of to.tree.block(statement)) {
    if (each === statement) continue;
    const words = each.words;
    const port = wholeNumber(wordAfter(words, 'server-port') ?? wordAfter(words, 'port'));
    if (port !== null) tellService(to, each, { name, port });
    const acl = aclIn(words);
    if (acl) {
      tellService(to, each, { name, acl });
      bind(to, each, { acl, where: name });
    }
    if (words[0] === 'undo' && words.includes('enable')) tellService(to, each, { name, enabled: false });
    if (each.fate === null && !words.some((word) => /password|key|cipher$/.test(word)))
      to.tree.setAside(each, 'service setting');
  }
}

function readTelemetry({ statement, to }: Line): void {
  for (const each of to.tree.block(statement)) {
    const words = each.words;
    if (words[0] !== 'ipv4-address' && words[0] !== 'ipv6-address') continue;
    const detail = scrub(words.slice(1).join(' '));
    to.draft.services.push({
      ...at(each.read()),
      name: 'telemetry',
      enabled: true,
      port: null,
      acl: null,
      detail,
    });
  }
  to.tree.setAside(statement, 'telemetry setting');
}

function readIntercept({ statement, no, to }: Line): void {
  tellService(to, statement, { name: 'lawful-intercept', enabled: !no });
  for (const each of to.tree.block(statement)) each.read();
}

function addAside(book: RuleBook<Scope>): void {
  book
    .aside(
      'ssh setting',
      'ssh server timeout, ssh server authentication-retries, ssh server keepalive, ssh authentication-type, ssh authorization-type, ssh server login-failed, ssh server ip-block, ' +
        'ssh client peer, ssh client assign, ssh server assign, ssh server ip-limit-session, ssh client keepalive-interval, ssh client keepalive-maxcount, ssh server session-limit, ssh ipv4, ssh ipv6, sftp, scp, ssh server permit, ssh client rekey, ssh server tcp, ssh client publickey, ssh server acl-number, ssh server max-sessions, stelnet client',
    )
    .aside(
      'service setting',
      'telnet server, telnet client, telnet ipv6, telnet timeout, ftp server, ftp ipv6, ftp timeout, ftp client, FTP server, http server, http timeout, http secure-server, http permit, web-manager, lldp, ndp, ntdp, cluster, dhcp, dhcpv6, cwmp, tftp-server, tftp, smart-upgrade, http max-sessions, http client-source, http get',
    );
}
