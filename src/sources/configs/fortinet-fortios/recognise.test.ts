import { describe, expect, it } from 'vitest';
import { headOf } from '../../kit/recording-sink.ts';
import { recognise } from './recognise.ts';

const sure = (text: string): number => recognise(headOf(new TextEncoder().encode(text)));

describe('recognise', () => {
  it.each([
    '#config-version=FGT60F-7.4.8-FW-build2795-250523:opmode=0:vdom=0:user=a\n',
    'Version: FortiGate-60F v7.4.8,build2795,250523 (GA.M)\n',
    'config system interface\n    edit "port1"\n        set allowaccess ping\n    next\nend\n',
    'config system global\r\n    set hostname "x"\r\nend\r\nconfig router static\r\n    edit 1\r\n        set gateway 192.0.2.1\r\n    next\r\nend\r\n',
  ])('takes %j', (text) => {
    expect(sure(text)).toBeGreaterThanOrEqual(0.45);
  });

  it.each([
    '',
    'config system\n',
    'hostname r1\ninterface Ethernet1\n ip address 192.0.2.1 255.255.255.0\nend\n',
    'set deviceconfig system hostname x\n',
    'system {\n  host-name r1;\n}\n',
    "config interface 'lan'\n    option proto 'static'\n",
    'next\nend\nedit\n',
  ])('leaves %j to others', (text) => {
    expect(sure(text)).toBeLessThan(0.3);
  });
});
