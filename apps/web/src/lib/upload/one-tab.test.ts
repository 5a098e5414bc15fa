import { describe, expect, it, vi } from 'vitest';
import { aloneBy, holdPausedBy, ifFreeBy } from './one-tab.ts';
import { UploadError } from './upload-error.ts';
import { UploadQueue } from './upload-queue.ts';
import type { KeptUpload } from './kept-uploads.ts';
import type { SendFile } from './upload-queue-options.ts';

/** What two tabs of one browser share. */
function browser() {
  const lines = new Map<string, Promise<unknown>>();
  const request = async <T>(
    name: string,
    { ifAvailable }: { readonly ifAvailable?: boolean },
    work: (lock: object | null) => Promise<T>,
  ): Promise<T> => {
    const before = lines.get(name);
    if (before !== undefined && ifAvailable === true) return work(null);
    const begin = () => work({});
    const mine = (before ?? Promise.resolve()).then(begin, begin);
    const letGo = () => void (lines.get(name) === over && lines.delete(name));
    const over: Promise<void> = mine.then(letGo, letGo);
    lines.set(name, over);
    return mine;
  };
  return { request };
}

/** What tabs remember together, and hear of. */
function storage(value: readonly KeptUpload[] = []) {
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next: readonly KeptUpload[]) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const file = new File(['bytes'], 'film.mp4', { lastModified: 7 });
const before: KeptUpload = {
  ...{ key: 'k', assetId: 'asset', name: 'film.mp4', sizeBytes: file.size, lastModified: 7 },
  ...{ sha256: 'x', sentBytes: 0 },
};

interface Open {
  readonly store: (id: string) => void;
  readonly fail: (error: Error) => void;
}

/** A tab that sends a film, in a browser where others can be opened. */
async function aTabThatSends() {
  const locks = browser();
  const kept = storage();
  const abandon = vi.fn();
  const open: Open[] = [];
  const send: SendFile = ({ onTicket }) =>
    new Promise((store, fail) => {
      onTicket({ assetId: 'asset', sha256: 'x', isResumable: true });
      open.push({ store, fail });
    });
  const between = { alone: aloneBy(locks), ifFree: ifFreeBy(locks), holdPaused: holdPausedBy(locks) };
  const tab = () => new UploadQueue({ send, kept, abandon, ...between });
  const sending = tab();
  sending.add([file]);
  await settle();
  return { sending, open, tab, abandon, kept };
}

describe('one upload in two tabs', () => {
  it('is sent by one at a time; the other finds it stored when its turn comes', async () => {
    const alone = aloneBy(browser());
    const open: { key: string; store: (id: string) => void }[] = [];
    const send = ({ idempotencyKey }: { readonly idempotencyKey: string }) =>
      new Promise<string>((store) => open.push({ key: idempotencyKey, store }));
    const kept = storage([before]);
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

  it('is not shown as interrupted beside the tab that sends it, and is when that tab was closed', async () => {
    const { sending, open, tab } = await aTabThatSends();
    const beside = tab();
    await settle();
    expect(beside.list()).toEqual([]);

    open[0]?.fail(new UploadError({ kind: 'network' }));
    await settle();
    expect(sending.list()[0]?.state.kind).toBe('failed');
    const later = tab();
    await settle();
    expect(later.list()[0]?.state.kind).toBe('interrupted');
  });

  it('goes on where it is sent when another tab, which knew it as interrupted, takes it off its list', async () => {
    const { sending, open, tab, abandon, kept } = await aTabThatSends();
    open[0]?.fail(new UploadError({ kind: 'network' }));
    await settle();
    const beside = tab();
    await settle();
    sending.goOn();
    await settle();
    beside.cancel(beside.list()[0]?.id ?? '');
    await settle();
    expect(beside.list()).toEqual([]);
    expect(abandon).not.toHaveBeenCalled();
    expect(kept.get()).toHaveLength(1);

    open[1]?.store('asset');
    await settle();
    expect(sending.list()[0]?.state).toEqual({ kind: 'done', assetId: 'asset' });
  });

  it('is given up by a tab that knows it as interrupted when nobody sends it', async () => {
    const { open, tab, abandon, kept } = await aTabThatSends();
    open[0]?.fail(new UploadError({ kind: 'network' }));
    await settle();
    const beside = tab();
    await settle();
    beside.cancel(beside.list()[0]?.id ?? '');
    await settle();
    expect(abandon).toHaveBeenCalledExactlyOnceWith('asset');
    expect(beside.list()[0]?.state.kind).toBe('canceled');
    expect(kept.get()).toEqual([]);
  });

  it('stays where it is paused: another tab does not give it up, nor does one that is opened then show it as interrupted', async () => {
    const { sending, open, tab, abandon, kept } = await aTabThatSends();
    open[0]?.fail(new UploadError({ kind: 'network' }));
    await settle();
    const beside = tab();
    await settle();
    sending.goOn();
    await settle();
    sending.pause(sending.list()[0]?.id ?? '');
    open[1]?.fail(new DOMException('Paused', 'AbortError'));
    await settle();
    beside.cancel(beside.list()[0]?.id ?? '');
    const later = tab();
    await settle();
    expect([beside.list(), later.list()]).toEqual([[], []]);
    expect(abandon).not.toHaveBeenCalled();
    expect(kept.get()).toHaveLength(1);

    sending.resume(sending.list()[0]?.id ?? '');
    await settle();
    open[2]?.store('asset');
    await settle();
    expect(sending.list()[0]?.state).toEqual({ kind: 'done', assetId: 'asset' });
  });

  it('is given up by another tab once the one that had paused it lets it go', async () => {
    const { sending, open, tab, abandon } = await aTabThatSends();
    sending.pause(sending.list()[0]?.id ?? '');
    open[0]?.fail(new DOMException('Paused', 'AbortError'));
    await settle();
    sending.clear();
    await settle();
    const later = tab();
    await settle();
    later.cancel(later.list()[0]?.id ?? '');
    await settle();
    expect(abandon).toHaveBeenCalledExactlyOnceWith('asset');
  });

  it('leaves the list of every tab once one has stored it', async () => {
    const { sending, open, tab } = await aTabThatSends();
    open[0]?.fail(new UploadError({ kind: 'network' }));
    await settle();
    const beside = tab();
    await settle();
    sending.goOn();
    await settle();
    open[1]?.store('asset');
    await settle();
    expect(beside.list()).toEqual([]);
  });

  it('does not wait where the browser has no locks', async () => {
    expect(await aloneBy(undefined)('k', async () => 'done', new AbortController().signal)).toBe('done');
  });
});
