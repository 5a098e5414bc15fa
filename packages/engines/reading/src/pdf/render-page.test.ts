import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeFaxPdf } from '../../testing/fax-scan.ts';
import { openPdf } from './open-pdf.ts';
import { renderPage } from './render-page.ts';

describe('a page that is drawn', () => {
  it('shows what a scanner of an office packed as a fax: black letters on white', async () => {
    const pdf = await openPdf(makeFaxPdf());
    const { channels } = await sharp(await renderPage(pdf, 1)).stats();
    const [red] = channels;
    expect([red?.min, red?.max]).toEqual([0, 255]);
    expect(red?.mean, 'mostly white').toBeGreaterThan(200);
    await pdf.loadingTask.destroy();
  });
});
