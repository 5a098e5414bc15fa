import { expect, it } from 'vitest';
import { makePdf } from '../../testing/index.ts';
import { openDrawings } from './drawings.ts';
import { openFontLook } from './font-look.ts';
import { openPdf } from './open-pdf.ts';
import { readPageText } from './page-text.ts';

const page = (number: number) => [
  { text: `Part ${number}`, x: 72, y: 720, isBold: true },
  { text: 'Light goes straight on until something stands in its way.', x: 72, y: 700 },
];

it('fonts are looked up where lines stand in an unknown one, and on so many pages at most', async () => {
  const pdf = await openPdf(makePdf([page(1), page(2), page(3).slice(1)]));
  const look = openFontLook({ pdf, drawingOf: openDrawings(pdf) }, { isMono: false }, { looksMax: 1 });
  const strongOn = async (number: number) => (await look(await readPageText(pdf, number))).strongFonts.size;

  // Each page of these has a bold font of its own.
  expect([await strongOn(1), await strongOn(2), await strongOn(3), await strongOn(1)]).toEqual([1, 0, 0, 1]);
  await pdf.loadingTask.destroy();
});
