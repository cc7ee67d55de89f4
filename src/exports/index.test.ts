import { expect, test } from 'vitest';
import { EXPORTS, getExport } from './index.ts';

test('every format says what it is, what for, and how its file is called', () => {
  for (const [name, format] of Object.entries(EXPORTS)) {
    expect(getExport(name)).toBe(format);
    expect(format).toMatchObject({
      title: expect.stringMatching(/^[A-Z]/),
      purpose: expect.stringMatching(/^[A-Z].*\.$/),
      extension: expect.stringMatching(/^[a-z.]+$/),
      mediaType: expect.stringContaining('/'),
    });
  }
});

test('an unknown format is named with those there are', () => {
  expect(() => getExport('docx')).toThrow(/docx.*spec/);
  expect(() => getExport('toString')).toThrow('toString');
});
