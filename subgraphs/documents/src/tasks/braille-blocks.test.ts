import { describe, expect, it } from 'vitest';
import { toBrailleBlock } from './braille-blocks.ts';

const cell = (text: string, more: object = {}) => ({
  ...{ text, spans: [], isHeader: true, columnSpan: 1, rowSpan: 1 },
  ...more,
});
const toTable = (rows: readonly (readonly ReturnType<typeof cell>[])[]) =>
  toBrailleBlock({ number: 1, block: { kind: 'TABLE', caption: null, rows, page: null } });

describe('a table on its way to braille', () => {
  it('has no heading when it is one row, and one when all of its rows say that they are headings', () => {
    expect(toTable([[cell('가'), cell('나')]])).toMatchObject({ headingRows: 0 });
    expect(toTable([[cell('가')], [cell('나')]])).toMatchObject({ headingRows: 1 });
    expect(toTable([[cell('가')], [cell('나', { isHeader: false })]])).toMatchObject({ headingRows: 1 });
  });

  it('says how far its cells reach', () => {
    expect(toTable([[cell('가', { rowSpan: 2, columnSpan: 3 })]])).toMatchObject({
      rows: [[{ text: '가', rowSpan: 2, columnSpan: 3 }]],
    });
  });
});

describe('a figure on its way to braille', () => {
  const figure = (text: string, caption: string | null) =>
    toBrailleBlock({ number: 1, block: { kind: 'FIGURE', text, spans: [], caption, page: null } });

  it('says its caption and its description, and once what is the same', () => {
    expect(figure('산이 있다.', '그림 1')).toMatchObject({
      caption: { text: '그림 1' },
      description: { text: '산이 있다.' },
    });
    expect(figure('그림 1', '그림 1')).toEqual({ id: '1', kind: 'FIGURE', caption: { text: '그림 1' } });
    expect(figure('그림 1', null)).toMatchObject({ description: { text: '그림 1' } });
  });
});
