import { open } from 'lmdb';
import type { Database } from 'lmdb';
import { MongoError } from '../mongo-error.ts';

export type BytesTable = Database<Buffer, Buffer>;

interface WriteJob {
  readonly run: () => void;
  readonly fail: (error: unknown) => void;
  readonly succeed: () => void;
}

/** How many jobs may share one commit; more wait for the next, so that readers get their turn. */
const jobsPerCommitMax = 256;

/** Jobs waiting beyond this are refused rather than gathered without end. */
const jobsWaitingMax = 20_000;

/**
 * The files on disk. Writes that arrive together share one LMDB transaction and one flush to disk; each is acknowledged only after that,
 * so that neither `kill -9` nor a power cut takes back what a client was told.
 */
export class DatabaseFiles {
  readonly records: BytesTable;
  readonly entries: BytesTable;
  readonly catalog: BytesTable;
  readonly #root: ReturnType<typeof open>;
  #waiting: WriteJob[] = [];
  #isScheduled = false;
  #isClosed = false;
  #onAbort: () => void = () => undefined;

  constructor(dir: string) {
    this.#root = open({ path: dir, maxDbs: 4, encoding: 'binary', keyEncoding: 'binary', noSubdir: false });
    const table = (name: string): BytesTable =>
      this.#root.openDB<Buffer, Buffer>(name, { encoding: 'binary', keyEncoding: 'binary' });
    this.records = table('records');
    this.entries = table('entries');
    this.catalog = table('catalog');
  }

  /** Called after a failed commit: what was kept in memory about the files must be read again. */
  onAbort(reload: () => void): void {
    this.#onAbort = reload;
  }

  /**
   * Runs a job inside a write transaction and resolves once it is on disk. A `MongoError` rejects this job only: a job must
   * check everything before its first write. Any other error takes the whole transaction back, and its jobs are run again
   * one by one, so that it rejects its own job only: a job may run twice.
   */
  write<T>(job: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#isClosed) return reject(new Error('The database is closed'));
      if (this.#waiting.length >= jobsWaitingMax)
        return reject(new MongoError('ExceededMemoryLimit', 'Too many writes are waiting'));
      let result: { readonly value: T } | undefined;
      let refusal: MongoError | undefined;
      const run = (): void => {
        result = undefined;
        refusal = undefined;
        try {
          result = { value: job() };
        } catch (error) {
          if (!(error instanceof MongoError)) throw error;
          refusal = error;
        }
      };
      const succeed = (): void => (result ? resolve(result.value) : reject(refusal));
      this.#waiting.push({ run, succeed, fail: reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#isScheduled || this.#waiting.length === 0) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#commit();
      this.#schedule();
    });
  }

  #commit(): void {
    const jobs = this.#waiting.splice(0, jobsPerCommitMax);
    if (jobs.length > 0) this.#commitTogether(jobs);
  }

  #commitTogether(jobs: readonly WriteJob[]): void {
    try {
      this.#root.transactionSync(() => {
        for (const job of jobs) job.run();
      });
    } catch (error) {
      this.#onAbort();
      if (jobs.length === 1) for (const job of jobs) job.fail(error);
      else for (const job of jobs) this.#commitTogether([job]);
      return;
    }
    for (const job of jobs) job.succeed();
  }

  /** Commits what waits, then closes the files. */
  async close(): Promise<void> {
    while (this.#waiting.length > 0) this.#commit();
    this.#isClosed = true;
    await this.#root.close();
  }
}
