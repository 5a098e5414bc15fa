import { describe, expect, it } from 'vitest';
import { makePdf, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';
import { isScanUnderMarks } from './scan-under-marks.ts';

const scan = { picturesShare: 1, hasHiddenText: false };
const NUMBER = { text: '12', x: 290, y: 40 };
const HEAD = { text: 'A Book of Light, and of what it shows to those who look', x: 72, y: 800 };
const STAMP = { text: 'RECEIVED 21 NOV 2026', x: 400, y: 760, size: 14 };
const PARAGRAPH = Array.from({ length: 5 }, (_, at) => ({
  text: 'Light goes straight on, and where it does not go there is a shadow, as everybody can see for themselves.',
  ...{ x: 72, y: 700 - at * 14 },
}));
const read = async (...[pages, options]: Parameters<typeof makePdf>) =>
  (await readWhole(makePdf(pages, options), { filename: 'a.pdf' })).parts;

describe('a page of a scan', () => {
  it.each([
    ['a number', { ...scan, textShare: 0.0003 }, true],
    ['a number, a head and a stamp', { ...scan, textShare: 0.012 }, true],
    ['a few lines, as on a slide', { ...scan, textShare: 0.03 }, false],
    ['a number beside a picture of half its size', { ...scan, textShare: 0.0003, picturesShare: 0.5 }, false],
    ['letters that were recognised before', { ...scan, textShare: 0.004, hasHiddenText: true }, false],
  ])('with %s: %o is unread: %s', (_, page, expected) => {
    expect(isScanUnderMarks(page)).toBe(expected);
  });

  it.each([
    ['its number', [NUMBER]],
    ['its running head', [HEAD]],
    ['a stamp', [STAMP]],
    ['all three', [NUMBER, HEAD, STAMP]],
  ])('that has %s printed over it is one whose text was not read', async (_, marks) => {
    const [first, second] = await read([PARAGRAPH, marks], { pictures: [2] });

    expect(first?.isUnread).toBeUndefined();
    expect(second).toMatchObject({ isUnread: true });
    expect(second?.blocks.map(textOf)).toContain('Page 2 is a picture. The text in it was not read.');
  });

  it.each([
    ['a paragraph over a picture that fills it', [PARAGRAPH], { pictures: [1] }],
    ['a number below a picture that leaves room', [[NUMBER]], { pictures: [1], pictureSide: 0.6 }],
    ['a number and no picture', [[NUMBER]], {}],
    ['few letters that were recognised before', [[{ ...STAMP, isHidden: true }]], { pictures: [1] }],
  ])('is none where there is %s', async (_, pages, options) => {
    const [page] = await read(pages, options);

    expect(page?.isUnread).toBeUndefined();
  });

  it('is read from its picture where that is asked for, mark and all', async () => {
    const recognise = () =>
      Promise.resolve([
        {
          words: [{ text: 'What the picture says.', left: 110, right: 700, confidence: 0.9 }],
          bottom: 500,
          height: 30,
        },
      ]);
    const file = makePdf([PARAGRAPH, [NUMBER]], { pictures: [2] });

    const { parts } = await readWhole(file, { filename: 'a.pdf', recognise });

    expect(parts[1]).not.toHaveProperty('isUnread');
    expect(parts[1]?.blocks.map(textOf)).toEqual(['2', 'What the picture says.']);
  });
});
