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
export class UploadQueue {
  readonly #options: Required<UploadQueueOptions>;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #snapshot: readonly Upload[] = [];

  constructor(options: UploadQueueOptions) {
    this.#options = { onEnd: () => undefined, runningMax: 2, listedMax: 200, ...options };
  }

  /** For useSyncExternalStore, like `list`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** All uploads, the newest first. */
  readonly list = (): readonly Upload[] => this.#snapshot;

  /** Adds files; those beyond what the list holds are left out. Gives how many were taken. */
  readonly add = (files: readonly File[]): number => {
    const taken = files.slice(0, Math.max(0, this.#options.listedMax - this.#entries.size));
    for (const file of taken) {
      const id = crypto.randomUUID();
      const upload: Upload = { id, name: file.name, sizeBytes: file.size, state: { kind: 'waiting' } };
      this.#entries.set(id, { upload, file, key: id, abort: new AbortController() });
    }
    this.#tell();
    this.#pump();
    return taken.length;
  };

  cancel(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || hasEnded(entry.upload.state)) return;
    entry.abort.abort(new DOMException('Canceled by the viewer', 'AbortError'));
    this.#become(entry, { kind: 'canceled' });
    this.#pump();
  }

  /** Starts a failed or canceled one again. */
  retry(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || !hasEnded(entry.upload.state) || entry.upload.state.kind === 'done') return;
    const key = keepsTicket(entry.upload.state) ? entry.key : crypto.randomUUID();
    const upload: Upload = { ...entry.upload, state: { kind: 'waiting' } };
    this.#entries.set(id, { ...entry, key, abort: new AbortController(), upload });
    this.#tell();
    this.#pump();
  }

  /** Takes an ended one off the list. */
  dismiss(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || !hasEnded(entry.upload.state)) return;
    this.#entries.delete(id);
    this.#tell();
  }

  /** Cancels all and empties the list: somebody else is here now. */
  clear(): void {
    for (const { abort } of this.#entries.values()) abort.abort(new DOMException('The viewer left', 'AbortError'));
    this.#entries.clear();
    this.#tell();
  }

  #tell(): void {
    this.#snapshot = [...this.#entries.values()].map(({ upload }) => upload).toReversed();
    for (const listener of this.#listeners) listener();
  }

  #become(entry: Entry, state: UploadState): void {
    entry.upload = { ...entry.upload, state };
    this.#tell();
    if (hasEnded(state)) this.#options.onEnd(entry.upload);
  }

  #pump(): void {
    const all = [...this.#entries.values()];
    const running = all.filter(({ upload: { state } }) => state.kind !== 'waiting' && !hasEnded(state)).length;
    const waiting = all.filter(({ upload }) => upload.state.kind === 'waiting');
    for (const entry of waiting.slice(0, Math.max(0, this.#options.runningMax - running))) void this.#run(entry);
  }

  async #run(entry: Entry): Promise<void> {
    const { file, key: idempotencyKey, abort } = entry;
    const { signal } = abort;
    const become = (state: UploadState) => {
      if (!signal.aborted) this.#become(entry, state);
    };
    become({ kind: 'hashing', readBytes: 0 });
    try {
      const assetId = await this.#options.send({ file, idempotencyKey, signal, onStep: become });
      become({ kind: 'done', assetId });
    } catch (error) {
      const problem = error instanceof UploadError ? error.problem : ({ kind: 'unknown', traceId: null } as const);
      become({ kind: 'failed', problem });
    }
    this.#pump();
  }
}

/** After a cut the same key finds the same ticket; after a refusal or a cancel that ticket is of no more use. */
function keepsTicket(state: UploadState): boolean {
  return state.kind === 'failed' && state.problem.kind === 'network';
}
