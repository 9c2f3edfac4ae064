import { describe, expect, it } from 'vitest';
import {
  answers,
  clearOf,
  codes,
  config,
  every,
  HALF_DAY,
  LOG,
  log,
  type Piece,
  text,
  verdict,
} from './ask.ts';

const SAYS = '%LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet0/0/1, changed state to up';
const REGISTER = 'kind,value,device,valid_from,valid_until,ticket,note\n';
const TUNNEL = `interface Tunnel7
 ip address 10.9.9.1 255.255.255.252
 tunnel source Loopback0
 tunnel destination 203.0.113.66
!`;

/** Two boxes of one name, told apart by their serial numbers. */
function twins(): Piece[] {
  return ['FOC0000AAAA', 'FOC0000BBBB'].map((serial, i) => {
    const one = config({ loopback: `10.255.0.${i + 1}` });
    const inventory = `pe-01#show inventory\nNAME: "Chassis", DESCR: "ASR"\nPID: ASR1001-X , VID: V01, SN: ${serial}\n`;
    return { name: `${i}.cfg`, bytes: Buffer.concat([Buffer.from(inventory), one.bytes]) };
  });
}

describe('lies about who is who', () => {
  it('a log of a name that two boxes bear shows both of them', async () => {
    const asked = { check: 'webui-created-user', subject: 'pe-01~name:pe-01', ...HALF_DAY };
    const found = await verdict([...twins(), LOG], asked);
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'ambiguous-device']);
  });

  it('a stranger whose address two configurations claim is one of ours', async () => {
    const body = 'interface Loopback9\n ip address 203.0.113.66 255.255.255.255\n!';
    const claimants = ['pe-08', 'pe-09'].map((name, i) =>
      config({ name, body, loopback: `10.255.0.${i + 8}` }),
    );
    const evidence = [...claimants, config({ body: TUNNEL })];
    expect((await verdict(evidence, { check: 'tunnel-unknown-peer', ...HALF_DAY })).answer).not.toBe('clear');
  });

  it('a computer by the look of its log is no router', async () => {
    const systemd = '2026-10-20T00:05:00.393+00:00 pe-01 systemd[1]: Started a timer.\n';
    const both = { name: 'pe-01.log', bytes: Buffer.concat([LOG.bytes, Buffer.from(systemd)]) };
    expect(await clearOf([both], HALF_DAY)).toContain('webui-created-user');
  });

  it('the log of one device covers its neighbour', async () => {
    const other = log(every(10, '2026-10-20T00:00:00Z', '2026-10-20T12:00:00Z'), 'pe-02');
    const found = await verdict([config(), other], { check: 'webui-created-user', ...HALF_DAY });
    expect([found.answer, ...codes(found)]).toEqual(['cannot-tell', 'no-evidence']);
  });

  it('the same log under two names is twice as good', async () => {
    expect(await clearOf([LOG, { ...LOG, name: 'copy.log' }], HALF_DAY)).toEqual(
      await clearOf([LOG], HALF_DAY),
    );
  });
});

describe('lies of a register', () => {
  it('a register that approves everybody approves a stranger', async () => {
    for (const value of ['0.0.0.0/0', '128.0.0.0/1', '203.0.113.0/24']) {
      const register = text('register.csv', `${REGISTER}tunnel-peer,${value},,,,,synthetic\n`);
      const found = await verdict([config({ body: TUNNEL }), register], {
        check: 'tunnel-unknown-peer',
        ...HALF_DAY,
      });
      expect(found.answer, value).toBe(value === '203.0.113.0/24' ? 'clear' : 'hit');
    }
  });

  it('everywhere is the management network', async () => {
    const login =
      '%SEC_LOGIN-5-LOGIN_SUCCESS: Login Success [user: a.engineer] [Source: 203.0.113.66] [localport: 22]';
    const line = `2026-10-20T03:00:00.393+00:00 pe-01 001000: Oct 20 03:00:00.000 UTC: ${login} at 03:00:00 UTC Tue Oct 20 2026\n`;
    const evidence = { name: 'pe-01.log', bytes: Buffer.concat([LOG.bytes, Buffer.from(line)]) };
    const register = text('register.csv', `${REGISTER}management-network,0.0.0.0/0,,,,,synthetic\n`);
    const found = await verdict([evidence, register], { check: 'login-outside-management', ...HALF_DAY });
    expect(found.answer).not.toBe('clear');
  });
});

describe('lies about configurations that are not whole', () => {
  const SNAPSHOT_CHECKS = [
    'tunnel-unknown-peer',
    'mirror-unapproved',
    'route-into-tunnel',
    'aaa-server-unapproved',
  ];

  it('a configuration that is cut off shows what is not there', async () => {
    const clear = await clearOf([LOG, config({ end: '' })], HALF_DAY);
    for (const check of SNAPSHOT_CHECKS) expect(clear).not.toContain(check);
  });

  it('one section shows what is not there', async () => {
    const section = text(
      'pe-01.cfg',
      'pe-01#show clock\n00:10:00.123 UTC Tue Oct 20 2026\npe-01#show running-config | section line\nline con 0\nline vty 0 4\n transport input ssh\npe-01#exit\n',
    );
    const clear = await clearOf([LOG, section], HALF_DAY);
    for (const check of SNAPSHOT_CHECKS) expect(clear).not.toContain(check);
  });

  it('lines of another platform in the dress of this one were understood', async () => {
    const foreign = config({
      body: 'set interfaces gr-0/0/0 unit 0 tunnel destination 203.0.113.66\nfeature tunnel',
    });
    const found = await verdict([LOG, foreign], { check: 'tunnel-unknown-peer', ...HALF_DAY });
    expect(found.answer).toBe('cannot-tell');
  });
});

describe('lies of a sender who calls himself ours', () => {
  const PEER = '203.0.113.66';
  /** The stranger sends syslog in the name of a device, from his own address. */
  const forged = text(
    'forged.log',
    every(10, '2026-10-20T00:00:00Z', '2026-10-20T12:00:00Z')
      .map((t) => `${t.replace('Z', '+00:00')} ${PEER} pe-09: Oct 20 ${t.slice(11, 19)}.000 UTC: ${SAYS}\n`)
      .join(''),
  );

  it('a tunnel to an address that only sent syslog leads to one of ours', async () => {
    const asked = { check: 'tunnel-unknown-peer', ...HALF_DAY };
    const { findings } = await answers([LOG, forged, config({ body: TUNNEL })], HALF_DAY);
    const found = findings.find((f) => f.check === asked.check);
    expect(found?.title).toContain('outside');
    expect(found?.title).not.toContain('own router');
  });
});
