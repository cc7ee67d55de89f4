import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { escapeXmlValue } from './xml-text.ts';

test('every text that XML can hold is read back as it was', () => {
  const text = `<a href="x">&amp;</a>\t'two'\r\nlines \u0085\u00A0é😀`;
  expect(readBack(text)).toBe(text);
});

test('what XML cannot hold becomes a sign that something was there', () => {
  expect(readBack('a\u0000b\u001Fc\uFFFEd\uD800e')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe');
});

function readBack(text: string): string | undefined {
  const parser = new SaxesParser();
  const values: string[] = [];
  parser.on('opentag', ({ attributes }) => values.push(String(attributes['v'])));
  parser.write(`<?xml version="1.0"?><r v="${escapeXmlValue(text)}"/>`).close();
  return values[0];
}
