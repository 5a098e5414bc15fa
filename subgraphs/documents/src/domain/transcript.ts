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

const two = (count: number): string => String(count).padStart(2, '0');

function time(ms: number, mark: ',' | '.'): string {
  const seconds = Math.floor(ms / 1000);
  const rest = String(ms % 1000).padStart(3, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${mark}${rest}`;
}

interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

const LINE_CHARS = 42;

/** Captions of at most two lines: a segment is divided at its words, whose moments are known. */
function cuesOf(segments: readonly TranscriptSegment[]): Cue[] {
  return segments.flatMap(({ startMs, endMs, text, words }) => {
    if (text.length <= LINE_CHARS * 2 || words.length < 2) return [{ startMs, endMs, text }];
    const cues: Cue[] = [];
    for (const word of words) {
      const open = cues.at(-1);
      const longer = open ? `${open.text} ${word.text}` : word.text;
      if (open && longer.length <= LINE_CHARS * 2) cues[cues.length - 1] = { ...open, endMs: word.endMs, text: longer };
      else cues.push({ startMs: word.startMs, endMs: word.endMs, text: word.text });
    }
    return cues;
  });
}

function twoLines(text: string): string {
  if (text.length <= LINE_CHARS) return text;
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /gu)].map(({ index }) => index);
  const [at] = spaces.toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  return at === undefined ? text : `${text.slice(0, at)}\n${text.slice(at + 1)}`;
}

/** A line of a caption may not look like the arrow between two moments, nor a caption end early. */
const safe = (text: string): string => twoLines(text.replaceAll(/\s+/gu, ' ').replaceAll('-->', '→'));

/** A transcript as a file: plain text, SubRip or WebVTT. */
export function writeTranscript(segments: readonly TranscriptSegment[], format: TranscriptFormat): string {
  if (format === 'TXT') return `${textOfTranscript(segments)}\n`;
  const cues = cuesOf(segments).map(({ startMs, endMs, text }) => ({
    startMs,
    endMs: Math.max(endMs, startMs + 1),
    text,
  }));
  if (format === 'SRT')
    return cues
      .map(
        ({ startMs, endMs, text }, at) => `${at + 1}\n${time(startMs, ',')} --> ${time(endMs, ',')}\n${safe(text)}\n`,
      )
      .join('\n');
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const blocks = cues.map(
    ({ startMs, endMs, text }) => `${time(startMs, '.')} --> ${time(endMs, '.')}\n${escaped(safe(text))}\n`,
  );
  return `WEBVTT\n\n${blocks.join('\n')}`;
}
