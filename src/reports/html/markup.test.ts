import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, escape, html, ours, outside, sentence } from './markup.ts';

const anyText = fc.array(fc.nat({ max: 0xffff })).map((codes) => String.fromCharCode(...codes));

describe('html', () => {
  it('escapes every value and leaves our own text and markup alone', () => {
    expect(html`<p class="${'a"b'}">${'<b>'}${ours('<i>x</i>')}</p>`.text).toBe(
      '<p class="a&quot;b">&lt;b&gt;<i>x</i></p>',
    );
  });

  it('writes nothing for nothing, and lists without separators', () => {
    expect(html`${null}${undefined}${false}${['a', html`<br>`, 3]}${0}`.text).toBe('a<br>30');
  });

  it('lets no markup character and no hidden character through, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const out = escape(text).replaceAll(/&(?:amp|lt|gt|quot|#39|#96);/g, '');
        expect(out).not.toMatch(/[<>"'`&\u0000-\u001f\u007f-\u009f]/);
      }),
    );
  });

  it('bounds the length of a value', () => {
    expect(escape('a'.repeat(100_000)).length).toBeLessThan(5000);
  });
});

describe('sentences with commands', () => {
  it('makes code of what stands between backticks, escaped', () => {
    expect(sentence('Run `show <x>` now.').text).toBe('Run <code>show &lt;x&gt;</code> now.');
  });

  it('leaves an odd backtick alone', () => {
    expect(sentence('a ` b').text).toBe('a &#96; b');
    expect(sentence('`'.repeat(100_000)).text).not.toContain('<code>');
  });
});

describe('links', () => {
  it('makes anchors of letters, digits and hyphens only', () => {
    expect(anchor('F-ZMAQ3R')).toBe('F-ZMAQ3R');
    expect(anchor('a"><script>')).toBe('a___script_');
  });

  it('leads outside by https only; everything else stays text', () => {
    expect(outside('https://www.ecfr.gov/a?b="c"', 'law').text).toBe(
      '<a href="https://www.ecfr.gov/a?b=%22c%22" rel="noreferrer noopener">law</a>',
    );
    for (const url of [
      'javascript:alert(1)',
      'http://192.0.2.1/',
      'data:text/html,x',
      '//x',
      '',
      'file:///etc',
    ])
      expect(outside(url, 'law').text).toBe('law');
  });
});
