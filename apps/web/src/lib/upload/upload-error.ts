import { saidOf } from '../graph/refusal.ts';

/** Why an upload stopped. `refused` carries the server's sentence; the others are keys of the `files` messages. */
export type UploadProblem =
  | { readonly kind: 'network' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly traceId: string | null }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** What an error of sending a file, or of what was done with it, says to people: the server's sentence, or else `otherwise`. */
export function problemWords(error: Error, otherwise: string): string {
  if (!(error instanceof UploadError)) return saidOf(error) ?? otherwise;
  return error.problem.kind === 'refused' && error.message !== '' ? error.message : otherwise;
}

/** An upload that stopped with a known problem. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
  readonly problem: UploadProblem;

  constructor(problem: UploadProblem) {
    super(problem.kind === 'refused' ? problem.message : `Upload stopped: ${problem.kind}`);
    this.problem = problem;
  }
}

/** The bucket did not take what a signature allows: most often its time was over, as of a computer that slept. */
export class NotTakenError extends UploadError {
  constructor() {
    super({ kind: 'unknown', traceId: null });
  }
}
