import { describe, expect, it, vi } from 'vitest';
import { UploadError } from './upload-error.ts';
import { UploadQueue } from './upload-queue.ts';
import type { SendFile, SendFileOptions } from './upload-queue-options.ts';
import type { KeptUpload } from './kept-uploads.ts';
import { shareDone } from './upload-state.ts';

const fileOf = (name: string) => new File(['bytes'], name);
const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A bucket whose uploads end when the test says so. */
function bucket() {
  const open: {
    name: string;
    key: string;
    signal: AbortSignal;
    store: (id: string) => void;
    fail: (error: Error) => void;
  }[] = [];
  const send: SendFile = ({ file, idempotencyKey, signal, onStep }) =>
    new Promise((store, fail) => {
      onStep({ kind: 'sending', sentBytes: 0 });
      open.push({ name: file.name, key: idempotencyKey, signal, store, fail });
    });
  return { open, send };
}

describe('the upload queue', () => {
  it('sends a few at a time, in the order they were added', async () => {
    const { open, send } = bucket();
    const queue = new UploadQueue({ send, smallRunningMax: 2 });
    queue.add(['a', 'b', 'c'].map(fileOf));
    expect(open.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(queue.list().map(({ name, state }) => [name, state.kind])).toEqual([
      ['c', 'waiting'],
      ['b', 'sending'],
      ['a', 'sending'],
    ]);
    open[0]?.store('asset-a');
    await settle();
    expect(open.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('tells once when a file is stored', async () => {
    const { open, send } = bucket();
    const onEnd = vi.fn();
    const queue = new UploadQueue({ send, onEnd });
    queue.add([fileOf('a')]);
    open[0]?.store('asset-a');
    await settle();
    expect(queue.list()[0]?.state).toEqual({ kind: 'done', assetId: 'asset-a' });
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('cancels for good: what still arrives changes nothing', async () => {
    const { open, send } = bucket();
    const queue = new UploadQueue({ send });
    queue.add([fileOf('a')]);
    queue.cancel(queue.list()[0]?.id ?? '');
    expect(open[0]?.signal.aborted).toBe(true);
    open[0]?.store('too late');
    await settle();
    expect(queue.list()[0]?.state).toEqual({ kind: 'canceled' });
  });

  it('after a cut tries again under the same key, after a refusal under a new one', async () => {
    const { open, send } = bucket();
    const queue = new UploadQueue({ send });
    queue.add([fileOf('a')]);
    const id = queue.list()[0]?.id ?? '';
    open[0]?.fail(new UploadError({ kind: 'network' }));
    await settle();
    queue.retry(id);
    expect(open[1]?.key).toBe(open[0]?.key);
    open[1]?.fail(new UploadError({ kind: 'refused', code: 'EXPIRED', message: 'Too late' }));
    await settle();
    queue.retry(id);
    expect(open[2]?.key).not.toBe(open[1]?.key);
  });

  it('begins nothing more over a line that was cut, and goes on with all when it is back', async () => {
    const { open, send } = bucket();
    const queue = new UploadQueue({ send, smallRunningMax: 1 });
    queue.add(['a', 'b', 'c'].map(fileOf));
    open[0]?.fail(new UploadError({ kind: 'network' }));
    await settle();
    const stateOf = () => queue.list().map(({ state }) => state.kind);
    expect(stateOf()).toEqual(['waiting', 'waiting', 'failed']);

    queue.goOn();
    for (let n = 1; n <= 3; n++) {
      open[n]?.store(`asset-${n}`);
      await settle();
    }
    expect(stateOf()).toEqual(['done', 'done', 'done']);
    expect(open[1]?.key).toBe(open[0]?.key);
  });

  it('tries again by itself where nobody says that the bucket is back, a few times', async () => {
    const { open, send } = bucket();
    const queue = new UploadQueue({ send, smallRunningMax: 1, probeMs: 1 });
    queue.add(['a', 'b'].map(fileOf));
    for (let n = 0; n < 6; n++) {
      await vi.waitFor(() => expect(open).toHaveLength(n + 1));
      open[n]?.fail(new UploadError({ kind: 'network' }));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(open).toHaveLength(6);

    queue.goOn();
    open[6]?.fail(new UploadError({ kind: 'network' }));
    await vi.waitFor(() => expect(open).toHaveLength(8));
    open[7]?.store('asset');
    await vi.waitFor(() => expect(open).toHaveLength(9));
    queue.clear();
  });

  it('begins those that wait when a cut one is taken off the list', async () => {
    const { open, send } = bucket();
    const queue = new UploadQueue({ send, smallRunningMax: 1 });
    queue.add(['a', 'b'].map(fileOf));
    open[0]?.fail(new UploadError({ kind: 'network' }));
    await settle();
    queue.dismiss(queue.list().at(-1)?.id ?? '');
    expect(open.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('does not wait for the line where a file itself was refused, and takes up nothing of it by itself', async () => {
    const { open, send } = bucket();
    const queue = new UploadQueue({ send, smallRunningMax: 1 });
    queue.add(['a', 'b'].map(fileOf));
    open[0]?.fail(new UploadError({ kind: 'refused', code: 'QUOTA', message: 'Full' }));
    await settle();
    queue.goOn();
    expect(open.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(queue.list().at(-1)?.state.kind).toBe('failed');
  });

  it('begins the next one when what ran beside a cut one is stored', async () => {
    const { open, send } = bucket();
    const queue = new UploadQueue({ send, smallRunningMax: 2 });
    queue.add(['a', 'b', 'c'].map(fileOf));
    open[0]?.fail(new UploadError({ kind: 'network' }));
    await settle();
    expect(open).toHaveLength(2);
    open[1]?.store('asset-b');
    await settle();
    expect(open.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('lists no more than it may, and lets go of what is dismissed', async () => {
    const { open, send } = bucket();
    const queue = new UploadQueue({ send, listedMax: 2 });
    expect(queue.add(['a', 'b', 'c'].map(fileOf))).toBe(2);
    open[0]?.fail(new Error('unforeseen'));
    await settle();
    const failed = queue.list().find(({ state }) => state.kind === 'failed');
    expect(failed?.state).toEqual({ kind: 'failed', problem: { kind: 'unknown', traceId: null } });
    queue.dismiss(failed?.id ?? '');
    expect(queue.list()).toHaveLength(1);
    queue.dismiss(queue.list()[0]?.id ?? '');
    expect(queue.list()).toHaveLength(1);
  });
});

describe('two hundred files, and one more', () => {
  /** Stores whatever it is given. */
  const store: SendFile = ({ onStep }) => {
    onStep({ kind: 'sending', sentBytes: 0 });
    onStep({ kind: 'checking' });
    return Promise.resolve('stored');
  };
  const names = Array.from({ length: 200 }, (_, n) => `${n}.png`);

  it('what was stored makes room, what failed stays to be tried again', async () => {
    const sent: string[] = [];
    const queue = new UploadQueue({
      listedMax: 200,
      send: (options) => {
        sent.push(options.file.name);
        return options.file.name === '0.png' ? Promise.reject(new Error('unforeseen')) : store(options);
      },
    });
    expect(queue.add(names.map(fileOf))).toBe(200);
    await vi.waitFor(() => expect(sent).toHaveLength(200));
    await settle();
    expect(queue.add([fileOf('film.mp4')])).toBe(1);
    await settle();
    expect(sent.at(-1)).toBe('film.mp4');
    expect(queue.list()).toHaveLength(200);
    expect(queue.list().map(({ name }) => name)).toContain('0.png');
  });

  it('are told in fewer turns than they take steps, and the viewer at once', async () => {
    const queue = new UploadQueue({ send: store, tellEveryMs: 5 });
    const told = vi.fn();
    queue.subscribe(told);
    queue.add(names.map(fileOf));
    expect(queue.list()).toHaveLength(200);
    await vi.waitFor(() => expect(queue.list().every(({ state }) => state.kind === 'done')).toBe(true));
    expect(told.mock.calls.length).toBeLessThan(200);
  });
});

describe('when somebody else signs in', () => {
  it('stops and forgets every upload', () => {
    const { open, send } = bucket();
    const queue = new UploadQueue({ send, smallRunningMax: 2 });
    queue.add(['a', 'b', 'c'].map(fileOf));
    queue.clear();
    expect(open.every(({ signal }) => signal.aborted)).toBe(true);
    expect(queue.list()).toEqual([]);
    expect(open).toHaveLength(2);
  });
});

describe('how far an upload is', () => {
  it('goes from reading over sending to the end without stepping back', () => {
    const sizeBytes = 100;
    const shares = [
      shareDone({ sizeBytes, state: { kind: 'waiting' } }),
      shareDone({ sizeBytes, state: { kind: 'hashing', readBytes: 50 } }),
      shareDone({ sizeBytes, state: { kind: 'hashing', readBytes: 100 } }),
      shareDone({ sizeBytes, state: { kind: 'sending', sentBytes: 0 } }),
      shareDone({ sizeBytes, state: { kind: 'sending', sentBytes: 60 } }),
      shareDone({ sizeBytes, state: { kind: 'checking' } }),
    ];
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});

describe('a large upload', () => {
  const film = (lastModified = 7) => new File(['a film'], 'film.mp4', { lastModified });
  const ticket = { assetId: 'asset-1', sha256: 'f'.repeat(64), isResumable: true };

  /** Sends until it is stopped, and remembers what it was asked for. */
  function aSlowLine() {
    const asked: SendFileOptions[] = [];
    const send: SendFile = (options) => {
      asked.push(options);
      options.onTicket(ticket);
      options.onStep({ kind: 'sending', sentBytes: 3 });
      return new Promise((_, fail) => options.signal.addEventListener('abort', () => fail(options.signal.reason)));
    };
    return { asked, send };
  }

  function keeper(list: readonly KeptUpload[] = []) {
    let value = list;
    const set = (next: readonly KeptUpload[]) => void (value = next);
    return { get: () => value, set, subscribe: () => () => undefined };
  }

  it('rests when it is paused, makes room for others, and goes on with what is known of it', async () => {
    const { asked, send } = aSlowLine();
    const queue = new UploadQueue({ send, smallRunningMax: 1 });
    queue.add([film(), fileOf('next')]);
    const id = queue.list().at(-1)?.id ?? '';
    queue.pause(id);
    await settle();
    expect(queue.list().at(-1)?.state).toEqual({ kind: 'paused', sentBytes: 3 });
    expect(asked.map(({ file }) => file.name)).toEqual(['film.mp4', 'next']);

    queue.pause(queue.list()[0]?.id ?? '');
    queue.resume(id);
    expect(asked[2]).toMatchObject({ idempotencyKey: asked[0]?.idempotencyKey, sha256: ticket.sha256 });
  });

  it('is found again after a reload, and goes on under its key when the same file is chosen', () => {
    const kept = keeper();
    const before = aSlowLine();
    new UploadQueue({ send: before.send, kept }).add([film()]);
    expect(kept.get()).toMatchObject([{ name: 'film.mp4', assetId: 'asset-1' }]);

    const { asked, send } = aSlowLine();
    const queue = new UploadQueue({ send, kept });
    expect(queue.list()[0]?.state.kind).toBe('interrupted');
    queue.add([film(8)]);
    expect(queue.list()).toHaveLength(2);
    queue.add([film()]);
    expect(queue.list()).toHaveLength(2);
    expect(asked.map(({ idempotencyKey }) => idempotencyKey).at(-1)).toBe(before.asked[0]?.idempotencyKey);
    // The hash is made anew: another file may have the same name, size and time.
    expect(asked.at(-1)?.sha256).toBeUndefined();
  });

  it('that is canceled is given up on the server and forgotten, before a reload or after', () => {
    const kept = keeper();
    const abandon = vi.fn();
    const { send } = aSlowLine();
    const queue = new UploadQueue({ send, kept, abandon });
    queue.add([film()]);
    queue.cancel(queue.list()[0]?.id ?? '');
    expect(abandon).toHaveBeenCalledExactlyOnceWith('asset-1');
    expect(kept.get()).toEqual([]);

    queue.add([film()]);
    const later = new UploadQueue({ send, kept, abandon });
    later.cancel(later.list()[0]?.id ?? '');
    expect(abandon).toHaveBeenCalledTimes(2);
    expect(kept.get()).toEqual([]);
  });
});
