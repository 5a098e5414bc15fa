import { describe, expect, it } from 'vitest';
import { aloneBy } from './one-tab.ts';
import { UploadQueue } from './upload-queue.ts';
import type { KeptUpload } from './kept-uploads.ts';

/** What two tabs of one browser share. */
function browser() {
  const lines = new Map<string, Promise<unknown>>();
  const request = async <T>(name: string, _: object, work: () => Promise<T>): Promise<T> => {
    const before = lines.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    lines.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  };
  return { request };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const file = new File(['bytes'], 'film.mp4', { lastModified: 7 });
const before: KeptUpload = {
  ...{ key: 'k', assetId: 'asset', name: 'film.mp4', sizeBytes: file.size, lastModified: 7 },
  ...{ sha256: 'x', sentBytes: 0 },
};

describe('one upload in two tabs', () => {
  it('is sent by one at a time; the other finds it stored when its turn comes', async () => {
    const alone = aloneBy(browser());
    const open: { key: string; store: (id: string) => void }[] = [];
    const send = ({ idempotencyKey }: { readonly idempotencyKey: string }) =>
      new Promise<string>((store) => open.push({ key: idempotencyKey, store }));
    const kept = { get: () => [before], set: () => undefined };
    const [left, right] = [new UploadQueue({ send, kept, alone }), new UploadQueue({ send, kept, alone })];
    left.add([file]);
    right.add([file]);
    await settle();
    expect(open.map(({ key }) => key)).toEqual(['k']);

    open[0]?.store('asset');
    await settle();
    expect(open.map(({ key }) => key)).toEqual(['k', 'k']);
    open[1]?.store('asset');
    await settle();
    expect([left, right].map((queue) => queue.list()[0]?.state)).toEqual([
      { kind: 'done', assetId: 'asset' },
      { kind: 'done', assetId: 'asset' },
    ]);
  });

  it('does not wait where the browser has no locks', async () => {
    expect(await aloneBy(undefined)('k', async () => 'done', new AbortController().signal)).toBe('done');
  });
});
