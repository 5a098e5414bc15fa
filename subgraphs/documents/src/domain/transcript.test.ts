import { describe, expect, it } from 'vitest';
import { textOfTranscript, writeTranscript } from './transcript.ts';
import type { TranscriptSegment } from './transcript.ts';

const segment = (startMs: number, text: string): TranscriptSegment => {
  const words = text.split(' ').map((word, at) => {
    return { text: word, startMs: startMs + at * 300, endMs: startMs + at * 300 + 250, confidence: 1 };
  });
  return { transcriptId: 't', position: 1, startMs, endMs: words.at(-1)!.endMs, text, words };
};

const SAID = [segment(0, 'the light --> bends'), segment(1_500, 'it is <gone>'), segment(9_000, '1 new thought')];

describe('a transcript', () => {
  it('has a paragraph wherever the speaker fell silent', () => {
    expect(textOfTranscript(SAID)).toBe('the light --> bends it is <gone>\n\n1 new thought');
    expect(textOfTranscript([])).toBe('');
  });

  it('is written as SubRip, in which nothing that was said looks like a sign of it', () => {
    expect(writeTranscript(SAID, 'SRT').split('\n').slice(0, 5)).toEqual([
      ...['1', '00:00:00,000 --> 00:00:01,150', 'the light → bends', '', '2'],
    ]);
  });

  it('is written as WebVTT, with its signs escaped', () => {
    const vtt = writeTranscript(SAID, 'VTT');

    expect(vtt.startsWith('WEBVTT\n\n00:00:00.000 --> 00:00:01.150\nthe light → bends\n')).toBe(true);
    expect(vtt).toContain('it is &lt;gone&gt;');
  });

  it('never shows more than two lines at once, and loses no word', () => {
    const long = segment(0, 'a word and another one '.repeat(20).trim());
    const blocks = writeTranscript([long], 'SRT')
      .trim()
      .split('\n\n')
      .map((block) => block.split('\n').slice(2));

    expect(Math.max(...blocks.map((lines) => lines.length))).toBeLessThanOrEqual(2);
    expect(Math.max(...blocks.flat().map((line) => line.length))).toBeLessThanOrEqual(84);
    expect(blocks.flat().join(' ')).toBe(long.text);
  });

  it('keeps the marks of what was said in captions that are divided', () => {
    const said = 'Well, she said: “Light bends; it does.” '.repeat(8).trim();
    const words = segment(0, said).words.map((word) => ({ ...word, text: word.text.replaceAll(/[^A-Za-z]/g, '') }));
    const captions = writeTranscript([{ ...segment(0, said), words }], 'SRT')
      .trim()
      .split('\n\n');

    expect(captions.length).toBeGreaterThan(3);
    expect(captions.flatMap((caption) => caption.split('\n').slice(2)).join(' ')).toBe(said);
    expect(captions.some((caption) => /“$/m.test(caption))).toBe(false);
  });
});
