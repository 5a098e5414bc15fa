import type { Sound } from '../contract.ts';
import type { Span } from '../text/word-times.ts';

const FRAME_MS = 10;
/** Of the loudest frame. */
const THRESHOLD = 0.02;
const PAUSE_MS = 90;

/** The stretches of a sound in which something is heard; shorter silences belong to the voice. */
export function voicedSpans({ samples, sampleRate }: Sound): Span[] {
  const frame = Math.max(1, Math.round((sampleRate * FRAME_MS) / 1000));
  const levels: number[] = [];
  for (let at = 0; at < samples.length; at += frame) {
    let peak = 0;
    for (let index = at; index < Math.min(samples.length, at + frame); index++)
      peak = Math.max(peak, Math.abs(samples[index] ?? 0));
    levels.push(peak);
  }
  const loudest = levels.reduce((most, level) => Math.max(most, level), 0);
  const spans: { startMs: number; endMs: number }[] = [];
  levels.forEach((level, index) => {
    if (level === 0 || level < loudest * THRESHOLD) return;
    const [startMs, endMs] = [index * FRAME_MS, (index + 1) * FRAME_MS];
    const open = spans.at(-1);
    if (open && startMs - open.endMs <= PAUSE_MS) open.endMs = endMs;
    else spans.push({ startMs, endMs });
  });
  return spans;
}
