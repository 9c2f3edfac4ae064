import { describe, expect, it } from 'vitest';
import { headOf, type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { inventoryDevices } from './source.ts';

const read = (text: string): RecordingSink => readWith(inventoryDevices, text);
const origins = (text: string): (readonly string[])[] => read(text).ties.map((tie) => tie.origins);
const HEADER = 'hostname,management_address,loopback_address,vendor,model,serial,site,role,status\n';
const recognised = (text: string): boolean => inventoryDevices.recognise(headOf(Buffer.from(text))) >= 0.3;

describe('names of columns', () => {
  const ROW = 'pe-1,192.0.2.1,FXS1234\n';
  it.each([
    'Host Name,IP Address,Serial Number',
    'host-name,mgmt.ip,serial_no',
    'Device,Primary IP,SN',
    'sysName,Management IP,Chassis Serial',
    'NODE,mgmt,serial',
    'fqdn,address,Serial-Number',
    ' Name , IP , Serial ',
  ])('%s are known', (header) => {
    expect(recognised(`${header}\n${ROW}`)).toBe(true);
    expect(origins(`${header}\n${ROW}`)).toEqual([['name:pe-1', 'addr:192.0.2.1', 'serial:FXS1234']]);
  });

  it('may stand among others and twice: the name we ask for wins, then the first', () => {
    const text = 'rack,name,tenant,hostname,ip,ip\n7,Some Name,x,pe-1,192.0.2.1,192.0.2.2\n';
    expect(origins(text)).toEqual([['name:pe-1', 'addr:192.0.2.1']]);
  });

  it('may repeat where tables were joined, in another order too', () => {
    const sink = read(
      `hostname,serial\npe-1,AAA111\nhostname,serial\npe-2,AAA222\nserial,hostname\nAAA333,pe-3\n`,
    );
    expect(sink.ties.map((tie) => tie.origins[0])).toEqual(['name:pe-1', 'name:pe-2', 'name:pe-3']);
    expect(sink.bytes('not-understood')).toBe(0);
  });
});

describe('tables of persons', () => {
  it.each([
    'name,address,phone\nJane Synthetic,1 Main Street,+12025550101\n',
    'name,address,status,type\nJane Synthetic,1 Main Street,active,gold\n',
    'Name;Address;Location\nJane Synthetic;1 Main Street;Synthetic City\n',
  ])('are no inventory: %s', (text) => expect(recognised(text)).toBe(false));

  it.each([
    'name,address\npe-1,192.0.2.1\n',
    'name,address\npe-1,2001:db8::1/64\n',
    'Name,Address,Status\npe-0,,\npe-1,192.0.2.1/24,active\n',
  ])('are told from devices by their addresses: %s', (text) => expect(recognised(text)).toBe(true));
});

describe('addresses', () => {
  it.each([
    ['a prefix length', '192.0.2.1/24', ['addr:192.0.2.1']],
    ['a mask behind it', '192.0.2.1 255.255.255.0', ['addr:192.0.2.1']],
    ['a mask behind a slash', '192.0.2.1/255.255.255.0', ['addr:192.0.2.1']],
    ['a wildcard', '192.0.2.1 0.0.0.255', ['addr:192.0.2.1']],
    ['IPv6 in capitals', '2001:DB8:0::1/64', ['addr:2001:db8::1']],
    ['IPv4 inside IPv6', '::ffff:192.0.2.1', ['addr:192.0.2.1']],
    [
      'several',
      '192.0.2.1; 192.0.2.2  2001:db8::2',
      ['addr:192.0.2.1', 'addr:192.0.2.2', 'addr:2001:db8::2'],
    ],
    ['the same twice', '192.0.2.1 192.0.2.1', ['addr:192.0.2.1']],
    ['no address', 'dhcp', []],
    ['leading zeros', '192.000.002.001', []],
    ['nothing yet', '0.0.0.0', []],
    ['this host', '127.0.0.1', []],
    ['this host in IPv6', '::1', []],
    ['everybody', '255.255.255.255', []],
    ['a group', '224.0.0.5', []],
  ])('with %s', (_, address, expected) => {
    expect(origins(`${HEADER}pe-1,"${address}",,,,,,,\n`)).toEqual([['name:pe-1', ...expected]]);
  });
});

describe('placeholders', () => {
  it.each(['-', '--', 'n/a', 'N/A', 'na', 'n.a.', 'none', 'NULL', 'unknown', 'TBD', '?', 'not available'])(
    '%s ties no two devices together',
    (text) => {
      const sink = read(
        `${HEADER}pe-1,192.0.2.1,${text},${text},,${text},,,\n${text},192.0.2.2,,,,${text},,,\n`,
      );
      expect(sink.ties.map((tie) => tie.origins)).toEqual([
        ['name:pe-1', 'addr:192.0.2.1'],
        ['addr:192.0.2.2'],
      ]);
      expect(sink.ties[0]?.about).not.toHaveProperty('vendor');
    },
  );

  it.each(['0000000', 'xxxx', 'XXXXXXXXXXX'])('%s is no serial number', (serial) => {
    expect(origins(`${HEADER}pe-1,,,,,${serial},,,\n`)).toEqual([['name:pe-1']]);
  });
});

describe('names and serial numbers', () => {
  it.each([
    ['PE-CHI-01.net.example', 'name:pe-chi-01'],
    ['pe-chi-01', 'name:pe-chi-01'],
    ['192.0.2.1', 'addr:192.0.2.1'],
    ['2001:DB8::1', 'addr:2001:db8::1'],
  ])('%s is %s, as logs call it', (name, origin) =>
    expect(origins(`hostname,serial\n${name},\n`)).toEqual([[origin]]),
  );

  it('ignores the case of serial numbers', () => {
    expect(origins('hostname,serial\na,fxs1234abc\n')[0]).toContain('serial:FXS1234ABC');
  });

  it('hands over rows that contradict one another as they are', () => {
    const text = `${HEADER}pe-1,192.0.2.1,,Cisco,,AAA111,,,\nPE-1,192.0.2.9,,Juniper,,BBB222,,,\n`;
    const { ties } = read(text);
    expect(ties.map((tie) => tie.origins)).toEqual([
      ['name:pe-1', 'addr:192.0.2.1', 'serial:AAA111'],
      ['name:pe-1', 'addr:192.0.2.9', 'serial:BBB222'],
    ]);
    expect(ties.map((tie) => tie.about?.vendor)).toEqual(['Cisco', 'Juniper']);
    expect(ties.map((tie) => tie.because.includes('line 2'))).toEqual([true, false]);
  });
});

describe('hostile cells', () => {
  it.each(['vendor', 'model', 'site', 'role', 'status'])('let no control character out of %s', (column) => {
    const sink = read(`hostname,serial,${column}\npe-1,AAA111,\u001b[31m\u202ered\n`);
    // JSON writes what could move a cursor as an escape; what was made visible has a backslash of its own.
    expect(JSON.stringify([sink.ties, sink.accounts])).not.toMatch(/[^\\]\\u001b|\u202e/);
    expect(sink.ties).toHaveLength(1);
  });

  it('keep what is shown short', () => {
    const long = 'x'.repeat(5000);
    const sink = read(`hostname,serial,site,status\npe-1,AAA111,${long},${long}\n`);
    expect(JSON.stringify(sink.ties).length).toBeLessThan(600);
  });

  it('may be fewer or more than the header names', () => {
    expect(origins('hostname,serial,site\npe-1\npe-2,AAA111,x,y,z\n')).toEqual([
      ['name:pe-1'],
      ['name:pe-2', 'serial:AAA111'],
    ]);
  });
});

describe('roles', () => {
  it.each([
    ['provider-edge', 'router'],
    ['access switch', 'router'],
    ['jump_server', 'host'],
    ['CDR mediation', 'system'],
    ['HSS', 'system'],
    ['coffee machine', undefined],
  ])('%s is a %s', (role, sort) => {
    expect(read(`hostname,serial,role\na,AAA111,${role}\n`).ties[0]?.about?.sort).toBe(sort);
  });
});
