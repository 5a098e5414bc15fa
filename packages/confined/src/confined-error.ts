/** TIMED_OUT: a step took too long · TOO_LARGE: it needs more memory than it is given · CRASHED: it died. */
export type ConfinedCode = 'TIMED_OUT' | 'TOO_LARGE' | 'CRASHED';

/** A process of its own did not come to its end. */
export class ConfinedError extends Error {
  readonly code: ConfinedCode;

  constructor(code: ConfinedCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'ConfinedError';
    this.code = code;
  }
}
