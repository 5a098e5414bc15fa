import { describe, expect, it } from 'vitest';
import { packPictures, TakingFailed } from './take-pictures.ts';
import type { ArchiveNews } from './take-pictures.ts';

const steps = (news: readonly (ArchiveNews | null)[]) => {
  const waits: number[] = [];
  let looks = 0;
  return {
    waits,
    order: async () => 'archive',
    look: async () => news[Math.min(looks++, news.length - 1)] ?? null,
    wait: async (ms: number) => void waits.push(ms),
  };
};
const preparing: ArchiveNews = { state: 'PREPARING', problem: null, url: null };

describe('taking pictures away', () => {
  it('waits, ever longer up to some seconds, until the archive is there', async () => {
    const taking = steps([
      ...Array.from({ length: 9 }, () => preparing),
      { state: 'READY', problem: null, url: 'there' },
    ]);
    expect(await packPictures(['a'], taking)).toBe('there');
    expect(taking.waits[0]).toBe(400);
    expect(Math.max(...taking.waits)).toBe(3_000);
  });

  it('says why it failed, and that it expired or took too long', async () => {
    const failed = steps([preparing, { state: 'FAILED', problem: 'More than 2 GB.', url: null }]);
    await expect(packPictures(['a'], failed)).rejects.toThrow('More than 2 GB.');
    await expect(packPictures(['a'], steps([null]))).rejects.toThrow(TakingFailed);
    const endless = steps([preparing]);
    await expect(packPictures(['a'], endless)).rejects.toThrow(TakingFailed);
    expect(endless.waits.length).toBeLessThan(500);
  });
});
