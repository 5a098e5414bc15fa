import { UploadError } from './upload-error.ts';
import { hasEnded } from './upload-state.ts';
import type { Upload, UploadState, UploadStep } from './upload-state.ts';

/** Sends one file, telling its steps; gives the id of the stored file. */
export type SendFile = (options: {
  readonly file: File;
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  readonly onStep: (step: UploadStep) => void;
}) => Promise<string>;

export interface UploadQueueOptions {
  readonly send: SendFile;
  /** Told once for each upload when it ends. */
  readonly onEnd?: (upload: Upload) => void;
  readonly runningMax?: number;
  readonly listedMax?: number;
}

interface Entry {
  upload: Upload;
  readonly file: File;
  readonly key: string;
  abort: AbortController;
}

/** Uploads of this tab. They go on while the viewer moves between pages, a few at a time, in the order they were added. */
export function createUploadQueue({ send, onEnd, runningMax = 2, listedMax = 200 }: UploadQueueOptions) {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  let snapshot: readonly Upload[] = [];

  const tell = () => {
    snapshot = [...entries.values()].map(({ upload }) => upload).toReversed();
    for (const listener of listeners) listener();
  };
  const become = (entry: Entry, state: UploadState) => {
    entry.upload = { ...entry.upload, state };
    tell();
    if (hasEnded(state)) onEnd?.(entry.upload);
  };
  const run = async (entry: Entry) => {
    const { signal } = entry.abort;
    const onStep = (step: UploadStep) => !signal.aborted && become(entry, step);
    become(entry, { kind: 'hashing', readBytes: 0 });
    try {
      const assetId = await send({ file: entry.file, idempotencyKey: entry.key, signal, onStep });
      if (!signal.aborted) become(entry, { kind: 'done', assetId });
    } catch (error) {
      const problem = error instanceof UploadError ? error.problem : ({ kind: 'unknown', traceId: null } as const);
      if (!signal.aborted) become(entry, { kind: 'failed', problem });
    }
    pump();
  };
  const pump = () => {
    const all = [...entries.values()];
    const running = all.filter(({ upload: { state } }) => state.kind !== 'waiting' && !hasEnded(state)).length;
    const waiting = all.filter(({ upload }) => upload.state.kind === 'waiting');
    for (const entry of waiting.slice(0, Math.max(0, runningMax - running))) void run(entry);
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** All uploads, the newest first. */
    list: () => snapshot,
    /** Adds files; those beyond what the list holds are left out. Gives how many were taken. */
    add: (files: readonly File[]): number => {
      const taken = files.slice(0, Math.max(0, listedMax - entries.size));
      for (const file of taken) {
        const id = crypto.randomUUID();
        const upload: Upload = { id, name: file.name, sizeBytes: file.size, state: { kind: 'waiting' } };
        entries.set(id, { upload, file, key: id, abort: new AbortController() });
      }
      tell();
      pump();
      return taken.length;
    },
    cancel: (id: string) => {
      const entry = entries.get(id);
      if (entry === undefined || hasEnded(entry.upload.state)) return;
      entry.abort.abort(new DOMException('Canceled by the viewer', 'AbortError'));
      become(entry, { kind: 'canceled' });
      pump();
    },
    /** Starts a failed or canceled one again. */
    retry: (id: string) => {
      const entry = entries.get(id);
      if (entry === undefined || !hasEnded(entry.upload.state) || entry.upload.state.kind === 'done') return;
      const key = keepsTicket(entry.upload.state) ? entry.key : crypto.randomUUID();
      entries.set(id, {
        ...entry,
        key,
        abort: new AbortController(),
        upload: { ...entry.upload, state: { kind: 'waiting' } },
      });
      tell();
      pump();
    },
    /** Cancels all and empties the list: somebody else is here now. */
    clear: () => {
      for (const { abort } of entries.values()) abort.abort(new DOMException('The viewer left', 'AbortError'));
      entries.clear();
      tell();
    },
    /** Takes an ended one off the list. */
    dismiss: (id: string) => {
      const entry = entries.get(id);
      if (entry === undefined || !hasEnded(entry.upload.state)) return;
      entries.delete(id);
      tell();
    },
  };
}

export type UploadQueue = ReturnType<typeof createUploadQueue>;

/** After a cut the same key finds the same ticket; after a refusal or a cancel that ticket is of no more use. */
function keepsTicket(state: UploadState): boolean {
  return state.kind === 'failed' && state.problem.kind === 'network';
}
