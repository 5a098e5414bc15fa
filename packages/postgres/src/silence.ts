import pg from 'pg';

/** So much after the server's own deadline we stop waiting: a connection that went silent brings not even its refusal. */
export const ANSWER_GRACE_MS = 2_000;

/** What `pg` says when an answer did not come in time; it has no code. */
export const isSilence = (error: unknown): error is Error =>
  error instanceof Error && error.message === 'Query read timeout';

/**
 * Ends its connection when an answer did not come in time. Whoever borrowed it may give it back as if it were whole, as Prisma's
 * adapter does after a transaction: the next to have it would wait as long for nothing.
 */
export class WaryClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...asked: unknown[]) => unknown;
    const askWarily = (...asked: unknown[]) => {
      const answer = ask(...asked);
      if (answer instanceof Promise) answer.catch((error: unknown) => (isSilence(error) ? this.end() : undefined));
      return answer;
    };
    this.query = askWarily as typeof this.query;
  }
}
