import { describe, expect, it } from 'vitest';
import { WAITING_MAX, withAnnouncement } from './announcements.ts';
import type { Announcement } from './announcements.ts';

const queueOf = (...said: readonly Announcement[]) =>
  said.reduce<readonly Announcement[]>(withAnnouncement, []).map(({ sentence }) => sentence);
const deed = (sentence: string): Announcement => ({ sentence });
const end = (sentence: string): Announcement => ({ sentence, isKept: true });
const page = (sentence: string): Announcement => ({ sentence, about: 'page', isKept: true });
const progress = (sentence: string, about = 'jobs'): Announcement => ({ sentence, about });

describe('what waits to be heard', () => {
  it('is heard in the order it came', () => {
    expect(queueOf(deed('Saved'), deed('Copied'), end('A is ready'))).toEqual(['Saved', 'Copied', 'A is ready']);
  });

  it('is said once, however often it came', () => {
    expect(queueOf(deed('Saved'), deed('Copied'), deed('Saved'))).toEqual(['Saved', 'Copied']);
  });

  it('is only the latest of what goes on, and each of what ended', () => {
    const said = queueOf(progress('A: 10 percent'), end('B is ready'), end('C is ready'), progress('A: 20 percent'));
    expect(said).toEqual(['B is ready', 'C is ready', 'A: 20 percent']);
  });

  it('is never many: what goes on is left out first, then the oldest deed', () => {
    const deeds = Array.from({ length: WAITING_MAX }, (_, at) => deed(`Deed ${at}`));
    expect(queueOf(progress('A: 10 percent'), ...deeds)).toEqual(deeds.map(({ sentence }) => sentence));
    expect(queueOf(...deeds, deed('One more'))).toEqual([
      ...deeds.slice(1).map(({ sentence }) => sentence),
      'One more',
    ]);
  });

  it('loses no end and no error, not even among many, and of pages only those one has left', () => {
    const ends = Array.from({ length: WAITING_MAX + 2 }, (_, at) => end(`Job ${at} is ready`));
    const said = queueOf(page('Page 2'), deed('Saved'), ...ends, progress('B: 10 percent'), page('Page 3'));
    expect(said).toEqual([...ends.map(({ sentence }) => sentence), 'Page 3']);
  });

  it('keeps a sentence that has to be heard, where it waited as one that need not', () => {
    const deeds = Array.from({ length: WAITING_MAX }, (_, at) => deed(`Deed ${at}`));
    const said = queueOf(deed('It failed'), { sentence: 'It failed', isKept: true }, ...deeds);
    expect(said[0]).toBe('It failed');
  });
});
