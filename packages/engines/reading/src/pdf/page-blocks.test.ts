import { expect, it } from 'vitest';
import { toPageBlocks } from './page-blocks.ts';
import { learnStyle } from './style.ts';

it.each(['♦', '◆', '◇', '▪', '‣', '➢', '▶', '✓'])('lines of a PDF that begin with %s are a list', (marker) => {
  const texts = ['빛', '그림자'];
  const pieces = texts.map((text, at) => ({
    ...{ text: `${marker} ${text}`, x: 72, y: 700 - at * 14 },
    ...{ width: 100, size: 10, link: null },
  }));
  const page = { number: 1, height: 842, figures: [], pieces };

  expect(toPageBlocks(page, learnStyle([page]), null)[1]).toMatchObject({
    kind: 'LIST',
    isOrdered: false,
    items: texts.map((text) => ({ marker, text })),
  });
});
