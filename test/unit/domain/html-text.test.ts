import fc from 'fast-check';
import { expect, it } from 'vitest';
import { htmlText, oneLine } from '../../../src/domain/html-text.ts';

it.each([
  ['<p>One</p><p>Two</p>', 'One\nTwo'],
  ['<ul><li><p>a</p></li><li>b</li></ul>', 'a\nb'],
  ['A<br>B<br/>C', 'A\nB\nC'],
  ['  spaced \n\t out&nbsp;&nbsp;text ', 'spaced out text'],
  ['in<b>side</b> a <i>word</i>', 'inside a word'],
  ['Tom &amp; Jerry &lt;3 &#x1F600; &unknown;', 'Tom & Jerry <3 😀 &unknown;'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['<img src=x onerror="alert(\'a>b\')">seen', 'seen'],
  ['<style>p{}</style><script>let a = "<b>";</script><template><p>no</p></template>seen', 'seen'],
  ['<!-- hidden --><p>seen<!-- hidden', 'seen'],
  ['no tags', 'no tags'],
  ['<p>never closed', 'never closed'],
  ['</p></script>closed before', 'closed before'],
  ['a\u0000b\ud83dc', 'a b\ufffdc'],
  ['', ''],
])('reads %j as %j', (html, text) => {
  expect(htmlText(html)).toBe(text);
});

it('gives well-formed lines of any text', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<p>', '</p>', '<script>', '</script>', '<a', '&amp;', '\n', '\0', '\ud83d'),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (html) => {
      const lines = htmlText(html.join('')).split('\n');
      for (const line of lines) expect(line).toBe(oneLine(line));
    }),
    { numRuns: 500 },
  );
});
