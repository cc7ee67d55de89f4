// Pictures of a screen for the gallery, drawn as vectors, with the text on them.
import type { PictureSummary, PictureView } from '../../src/domain/picture.ts';

const LINES = ['Claim C-20381', 'Workshop Bergmann', 'Estimate EUR 2,140.00', 'Waiting for the assessor', 'Approved'];

export function makePictures(durationMs: number): PictureSummary[] {
  return Array.from({ length: 14 }, (_, at) => ({
    atMs: Math.round((at * durationMs) / 14),
    widthPx: 1280,
    heightPx: 800,
    url: draw(at),
    isRead: at !== 3,
  }));
}

export function viewPicture(picture: PictureSummary, at: number): PictureView {
  const text = at === 3 ? '' : `Claims\tWorkshops\tPayments\n${LINES.slice(0, 1 + (at % 5)).join('\n')}`;
  return { ...picture, text, words: [] };
}

function draw(at: number): string {
  const lines = LINES.slice(0, 1 + (at % 5)).map(
    (line, row) => `<text x="60" y="${220 + row * 90}" font-family="sans-serif" font-size="46">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 800"><rect width="1280" height="800" fill="#fff"/><rect width="1280" height="90" fill="hsl(${at * 24} 35% 32%)"/>${lines.join('')}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
