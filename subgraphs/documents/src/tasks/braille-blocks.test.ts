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
