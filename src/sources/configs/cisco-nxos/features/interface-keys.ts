import type { OpenInterface } from '../../kit/cisco-open-interface.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { keepSecret } from '../scope.ts';

/** Authentication of routing on an interface, and MACsec: uses of cryptography, and secrets where a key stands in the line. */
export function addInterfaceKeys(book: RuleBook<OpenInterface>): void {
  for (const protocol of ['ospf', 'ospfv3', 'eigrp', 'rip']) {
    book.add(`ip ${protocol} authentication`, ({ statement, no, args, to }) => {
      const value = no
        ? 'none'
        : (args.find((word) => /^(?:message-digest|null|mode|md5)$/.test(word)) ?? 'text');
      const values = [
        value === 'null' ? 'none' : value === 'message-digest' || value === 'mode' ? 'md5' : value,
      ];
      addCrypto(to.scope, statement.read(), {
        area: 'routing',
        subject: `${protocol} ${to.face.name}`,
        part: 'authentication',
        values: args[0] === 'key-chain' ? ['key-chain'] : values,
      });
    });
    book.add(`ip ${protocol} authentication-key`, ({ statement, to }) => {
      const written = to.scope.forms.written(statement.words, 3);
      if (written) keepSecret(to.scope, statement.read(), { ...written, use: protocol, purpose: 'key' });
    });
    book.add(`ip ${protocol} message-digest-key`, ({ statement, to }) => {
      const written = to.scope.forms.written(statement.words, 5);
      if (written) keepSecret(to.scope, statement.read(), { ...written, use: protocol, purpose: 'key' });
    });
  }
  book
    .add('macsec keychain', ({ statement, args, to }) => {
      const subject = to.face.name;
      addCrypto(to.scope, statement.read(), { area: 'macsec', subject, part: 'mode', values: ['macsec'] });
      const policy = args[args.indexOf('policy') + 1];
      if (args.includes('policy') && policy)
        addCrypto(to.scope, statement, {
          area: 'macsec',
          subject,
          part: 'mode',
          values: [`policy ${policy}`],
        });
    })
    .add('isis authentication-type', ({ statement, args, to }) =>
      addCrypto(to.scope, statement.read(), {
        area: 'routing',
        subject: `isis ${to.face.name}`,
        part: 'authentication',
        values: args.slice(0, 1),
      }),
    );
}
