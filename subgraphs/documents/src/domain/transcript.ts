import { writeSrt, writeVtt } from '@modu/captions';
import type { Caption } from '@modu/captions';
import type { HeardSegment } from '@modu/engine-speech';

export type TranscriptState = 'HEARING' | 'READY';

/** A recording that is written down. */
export interface Transcript {
  readonly id: string;
  readonly ownerId: string;
  /** The recording. */
  readonly assetId: string;
  readonly jobId: string;
  readonly state: TranscriptState;
  readonly title: string;
  /** BCP 47; null until it is known. */
  readonly language: string | null;
  /** As `pocketsphinx`. */
  readonly transcriber: string;
  /** Of the recording; 0 until it is decoded. */
  readonly lengthMs: number;
  /** How far it has been heard. */
  readonly heardMs: number;
  readonly segmentCount: number;
  readonly createdAt: Date;
}

/** What was said in one breath. */
export interface TranscriptSegment extends Omit<HeardSegment, 'language'> {
  readonly transcriptId: string;
  /** From 1. */
  readonly position: number;
}

export type TranscriptFormat = 'TXT' | 'SRT' | 'VTT';

/** A silence after which a new paragraph begins, and how long a paragraph grows before the next shorter one ends it. */
const PARAGRAPH = { pauseMs: 2_000, charsMax: 600, shortPauseMs: 700 };

/** The paragraph that each segment belongs to, from 1: divided where the speaker falls silent. */
export function paragraphsOf(segments: readonly Pick<TranscriptSegment, 'startMs' | 'endMs' | 'text'>[]): number[] {
  let [paragraph, chars] = [1, 0];
  return segments.map(({ startMs, text }, at) => {
    const before = segments[at - 1];
    const pauseMs = before ? startMs - before.endMs : 0;
    const ends = pauseMs >= PARAGRAPH.pauseMs || (chars >= PARAGRAPH.charsMax && pauseMs >= PARAGRAPH.shortPauseMs);
    if (ends) [paragraph, chars] = [paragraph + 1, 0];
    chars += text.length;
    return paragraph;
  });
}

/** All that was said, a paragraph a line. */
export function textOfTranscript(segments: readonly TranscriptSegment[]): string {
  const numbers = paragraphsOf(segments);
  return segments
    .map(({ text }, at) => (at === 0 ? '' : numbers[at] === numbers[at - 1] ? ' ' : '\n\n') + text)
    .join('');
}

const LINE_CHARS = 42;

/** Captions of at most two lines: a segment is divided at its words, whose moments are known. */
function captionsOf(segments: readonly TranscriptSegment[]): Caption[] {
  return segments.flatMap(({ startMs, endMs, text, words }) => {
    if (text.length <= LINE_CHARS * 2 || words.length < 2) return [{ startMs, endMs, text }];
    const captions: Caption[] = [];
    const written = writtenWords(text, words);
    for (const [at, word] of words.entries()) {
      const open = captions.at(-1);
      const own = written[at] ?? word.text;
      const longer = `${open?.text ?? ''}${own}`;
      if (open && longer.trim().length <= LINE_CHARS * 2)
        captions[captions.length - 1] = { ...open, endMs: word.endMs, text: longer };
      else captions.push({ startMs: word.startMs, endMs: word.endMs, text: own });
    }
    return captions.map((caption) => ({ ...caption, text: caption.text.trim() }));
  });
}

/** Each word as the text writes it, with the marks beside it; as it was heard where the text has other words. */
function writtenWords(text: string, words: readonly { readonly text: string }[]): string[] {
  const starts: number[] = [];
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word.text, from);
    if (at < 0) return words.map((one) => `${one.text} `);
    starts.push(from + text.slice(from, at).search(/\S*$/));
    from = at + word.text.length;
  }
  return starts.map((start, at) => text.slice(at === 0 ? 0 : start, starts[at + 1]));
}

function twoLines(text: string): string {
  if (text.length <= LINE_CHARS) return text;
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /gu)].map(({ index }) => index);
  const [at] = spaces.toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  return at === undefined ? text : `${text.slice(0, at)}\n${text.slice(at + 1)}`;
}

/** A transcript as a file: plain text, SubRip or WebVTT. */
export function writeTranscript(segments: readonly TranscriptSegment[], format: TranscriptFormat): string {
  if (format === 'TXT') return `${textOfTranscript(segments)}\n`;
  const captions = captionsOf(segments).map((one) => ({ ...one, text: twoLines(one.text.replaceAll(/\s+/gu, ' ')) }));
  return format === 'SRT' ? writeSrt(captions) : writeVtt(captions);
}
