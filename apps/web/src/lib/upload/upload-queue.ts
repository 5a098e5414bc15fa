import { withKept, withoutKept } from './kept-uploads.ts';
import type { KeptUpload } from './kept-uploads.ts';
import { nextUploads } from './next-uploads.ts';
import { aloneBy, holdPausedBy, ifFreeBy } from './one-tab.ts';
import { isWorthKeeping, sentBytesOf, waitsFor, wasCut } from './upload-entry.ts';
import type { Entry } from './upload-entry.ts';
import { UploadError } from './upload-error.ts';
import { canPause, hasEnded } from './upload-state.ts';
import type { KnownTicket, UploadQueueOptions } from './upload-queue-options.ts';
import type { Upload, UploadState } from './upload-state.ts';

const NOTHING_KEPT = { get: () => [], set: () => undefined, subscribe: () => () => undefined };

/** The last comes after a quarter of an hour; each that fails is told. */
const PROBES_MAX = 5;

/** Uploads of this tab. They go on while the viewer moves between pages, a few at a time, in the order they were added. */
export class UploadQueue {
  readonly #options: Required<UploadQueueOptions>;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #snapshot: readonly Upload[] = [];
  #telling: ReturnType<typeof setTimeout> | undefined;
  #probing: ReturnType<typeof setTimeout> | undefined;
  #probes = 0;

  constructor(options: UploadQueueOptions) {
    const nothing = () => undefined;
    this.#options = {
      onEnd: nothing,
      abandon: nothing,
      kept: NOTHING_KEPT,
      runningMax: 2,
      smallRunningMax: 4,
      listedMax: 1_000,
      tellEveryMs: 0,
      probeMs: 30_000,
      alone: aloneBy(undefined),
      ifFree: ifFreeBy(undefined),
      holdPaused: holdPausedBy(undefined),
      ...options,
    };
    const { kept, ifFree } = this.#options;
    // What another tab is sending is not interrupted.
    for (const before of kept.get()) void ifFree(before.key, () => this.#list(before));
    kept.subscribe(() => this.#dropUnkept());
  }

  /** For useSyncExternalStore, like `list`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** All uploads, the newest first. */
  readonly list = (): readonly Upload[] => this.#snapshot;

  /**
   * Adds files; the list lets go of what was stored or canceled to hold them, and those beyond are left out. A file that was
   * interrupted goes on. Gives how many were taken.
   */
  readonly add = (files: readonly File[]): number => {
    let taken = 0;
    for (const file of files) {
      const interrupted = [...this.#entries.values()].find((entry) => waitsFor(entry, file));
      if (interrupted === undefined && !this.#hasRoom()) continue;
      const id = interrupted?.upload.id ?? crypto.randomUUID();
      const upload: Upload = { id, name: file.name, sizeBytes: file.size, state: { kind: 'waiting' } };
      const begun = interrupted ?? { key: id };
      this.#entries.set(id, { ...begun, upload, file, abort: new AbortController() });
      taken += 1;
    }
    this.#tell();
    this.#pump();
    return taken;
  };

  cancel(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || hasEnded(entry.upload.state)) return;
    if (entry.upload.state.kind === 'interrupted') void this.#cancelInterrupted(entry);
    else this.#cancelOwn(entry);
  }

  /** Stops an upload for a while; what was sent stays. */
  pause(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || !canPause(entry.upload.state)) return;
    entry.abort.abort(new DOMException('Paused by the viewer', 'AbortError'));
    entry.pause = new AbortController();
    this.#options.holdPaused(entry.key, entry.pause.signal);
    this.#become(entry, { kind: 'paused', sentBytes: sentBytesOf(entry.upload.state) });
    this.#tell();
    this.#pump();
  }

  /** Lets a paused upload go on. */
  resume(id: string): void {
    const entry = this.#entries.get(id);
    if (entry?.upload.state.kind === 'paused') this.#restart(entry, entry.key);
  }

  /** Starts a failed or canceled one again. */
  retry(id: string): void {
    const entry = this.#entries.get(id);
    if (entry?.file === undefined || !hasEnded(entry.upload.state) || entry.upload.state.kind === 'done') return;
    this.#restart(entry, wasCut(entry.upload.state) ? entry.key : crypto.randomUUID());
  }

  /** Takes up again all that a cut line or an ended session has stopped: either is back. */
  goOn(): void {
    this.#probes = 0;
    this.#takeUp();
  }

  #takeUp(): void {
    clearTimeout(this.#probing);
    this.#probing = undefined;
    for (const entry of [...this.#entries.values()]) {
      if (entry.file !== undefined && wasCut(entry.upload.state)) this.#wait(entry, entry.key);
    }
    this.#tell();
    this.#pump();
  }

  /** Takes an ended one off the list. */
  dismiss(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || !hasEnded(entry.upload.state)) return;
    this.#forget(entry.key);
    this.#entries.delete(id);
    this.#tell();
    this.#pump();
  }

  /** Stops all and empties the list: somebody else is here now. */
  clear(): void {
    for (const { abort, pause } of this.#entries.values()) {
      abort.abort(new DOMException('The viewer left', 'AbortError'));
      pause?.abort();
    }
    this.#entries.clear();
    clearTimeout(this.#probing);
    this.#probing = undefined;
    this.#tell();
  }

  #cancelOwn(entry: Entry): void {
    entry.abort.abort(new DOMException('Canceled by the viewer', 'AbortError'));
    entry.pause?.abort();
    const assetId = entry.ticket?.assetId ?? entry.before?.assetId;
    if (assetId !== undefined) this.#options.abandon(assetId);
    this.#become(entry, { kind: 'canceled' });
    this.#tell();
    this.#pump();
  }

  /** Another tab may have gone on with it: there it stays, and leaves this list alone. */
  async #cancelInterrupted(entry: Entry): Promise<void> {
    if (await this.#options.ifFree(entry.key, () => this.#cancelOwn(entry))) return;
    this.#entries.delete(entry.upload.id);
    this.#tell();
  }

  /** Lists what a reload has cut, unless it was forgotten meanwhile. */
  #list(before: KeptUpload): void {
    const { key, name, sizeBytes, sentBytes } = before;
    if (!this.#options.kept.get().some((kept) => kept.key === key)) return;
    const upload: Upload = { id: key, name, sizeBytes, state: { kind: 'interrupted', sentBytes } };
    this.#entries.set(key, { upload, key, before, abort: new AbortController() });
    this.#tell();
  }

  /** What another tab has stored or given up meanwhile is not interrupted any more. */
  #dropUnkept(): void {
    const keys = new Set(this.#options.kept.get().map(({ key }) => key));
    const gone = [...this.#entries.values()].filter(
      ({ upload, key }) => upload.state.kind === 'interrupted' && !keys.has(key),
    );
    for (const { upload } of gone) this.#entries.delete(upload.id);
    if (gone.length > 0) this.#tell();
  }

  /** Whether one more can be listed; what has ended and can't be tried again leaves first, the oldest before others. */
  #hasRoom(): boolean {
    if (this.#entries.size < this.#options.listedMax) return true;
    for (const [id, { upload }] of this.#entries) {
      if (upload.state.kind === 'done' || upload.state.kind === 'canceled') return this.#entries.delete(id);
    }
    return false;
  }

  #tellSoon(): void {
    if (this.#options.tellEveryMs === 0) this.#tell();
    else this.#telling ??= setTimeout(() => this.#tell(), this.#options.tellEveryMs);
  }

  #tell(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    this.#snapshot = [...this.#entries.values()].map(({ upload }) => upload).toReversed();
    for (const listener of this.#listeners) listener();
  }

  #restart(entry: Entry, key: string): void {
    this.#wait(entry, key);
    this.#tell();
    this.#pump();
  }

  #wait(entry: Entry, key: string): void {
    const upload: Upload = { ...entry.upload, state: { kind: 'waiting' } };
    entry.pause?.abort();
    this.#entries.set(upload.id, { ...entry, key, abort: new AbortController(), pause: undefined, upload });
  }

  #become(entry: Entry, state: UploadState): void {
    entry.upload = { ...entry.upload, state };
    this.#tellSoon();
    if (state.kind === 'paused' || isWorthKeeping(entry)) this.#keep(entry, sentBytesOf(state));
    if (!hasEnded(state)) return;
    // What failed for want of a line can still be taken up again after a reload.
    if (!wasCut(state)) this.#forget(entry.key);
    this.#options.onEnd(entry.upload);
  }

  #keep(entry: Entry, sentBytes: number): void {
    const { file, key, ticket } = entry;
    entry.keptBytes = sentBytes;
    if (file === undefined || ticket?.isResumable !== true) return;
    const { name, size: sizeBytes, lastModified } = file;
    const { assetId, sha256 } = ticket;
    const { kept } = this.#options;
    kept.set(withKept(kept.get(), { key, assetId, name, sizeBytes, lastModified, sha256, sentBytes }));
  }

  #forget(key: string): void {
    const { kept } = this.#options;
    const left = withoutKept(kept.get(), key);
    if (left !== kept.get()) kept.set(left);
  }

  #pump(): void {
    for (const entry of nextUploads([...this.#entries.values()], this.#options)) void this.#run(entry);
  }

  async #run(entry: Entry): Promise<void> {
    const { file, key: idempotencyKey, abort, ticket } = entry;
    if (file === undefined) return;
    const { signal } = abort;
    const become = (state: UploadState) => {
      if (!signal.aborted) this.#become(entry, state);
    };
    const onTicket = (known: KnownTicket) => {
      entry.ticket = known;
      this.#keep(entry, 0);
    };
    const known = ticket === undefined ? {} : { sha256: ticket.sha256 };
    become({ kind: 'hashing', readBytes: 0 });
    try {
      const sending = () => this.#options.send({ file, idempotencyKey, ...known, signal, onStep: become, onTicket });
      const assetId = await this.#options.alone(idempotencyKey, sending, signal);
      become({ kind: 'done', assetId });
    } catch (error) {
      const problem = error instanceof UploadError ? error.problem : ({ kind: 'unknown', traceId: null } as const);
      become({ kind: 'failed', problem });
    }
    // Over a line that was cut the next one would only fail too: it waits until something gets through, goOn, or the next probe.
    if (wasCut(entry.upload.state)) return this.#probeLater();
    this.#probes = 0;
    this.#pump();
  }

  /** Nobody says when the bucket is back, which is another server than the one that tells of the line: it is tried, later and later. */
  #probeLater(): void {
    if (this.#probes >= PROBES_MAX) return;
    this.#probing ??= setTimeout(
      () => {
        this.#probes += 1;
        this.#takeUp();
      },
      this.#options.probeMs * 2 ** this.#probes,
    );
  }
}
