import { expect, test } from 'vitest';
import { EXPORTS, getExport } from './index.ts';

test('every format has a title, an extension and a media type of its own kind', () => {
  for (const [name, format] of Object.entries(EXPORTS)) {
    expect(getExport(name)).toBe(format);
    expect(format).toMatchObject({
      title: expect.stringMatching(/^[A-Z]/),
      extension: expect.stringMatching(/^[a-z.]+$/),
      mediaType: expect.stringContaining('/'),
    });
  }
});

test('an unknown format is named with those there are', () => {
  expect(() => getExport('docx')).toThrow(/docx.*spec/);
  expect(() => getExport('toString')).toThrow('toString');
});
