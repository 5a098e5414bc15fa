import type { Logger } from '@modu/logger';

/**
 * Runs `work` again and again, never twice at once. A failure is logged and the next turn tries again.
 * @returns stops it, after the turn that is under way.
 */
export function every(intervalMs: number, work: () => Promise<void>, logger: Logger): () => Promise<void> {
  let turn: Promise<void> | undefined;
  const timer = setInterval(() => {
    turn ??= work()
      .catch((error: unknown) => logger.warn({ err: error }, 'a regular turn failed'))
      .finally(() => {
        turn = undefined;
      });
  }, intervalMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await turn;
  };
}
