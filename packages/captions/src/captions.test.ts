import { describe, expect, it } from 'vitest';
import { writeSrt, writeVtt } from './index.ts';

const CAPTIONS = [
  { startMs: 0, endMs: 1_150.4, text: 'the light --> bends\n\n & <goes>\n' },
  { startMs: 3_723_456, endMs: 3_723_456, text: '끝.' },
];

describe('captions', () => {
  it('are written as WebVTT: nothing in them ends them early or is taken for a sign', () => {
    expect(writeVtt(CAPTIONS)).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:01.150\nthe light → bends\n&amp; &lt;goes&gt;\n\n' +
        '01:02:03.456 --> 01:02:03.457\n끝.\n',
    );
    expect(writeVtt([])).toBe('WEBVTT\n\n');
  });

  it('are written as SubRip, by number, with their signs as they are', () => {
    expect(writeSrt(CAPTIONS)).toBe(
      '1\n00:00:00,000 --> 00:00:01,150\nthe light → bends\n& <goes>\n\n2\n01:02:03,456 --> 01:02:03,457\n끝.\n',
    );
  });
});
