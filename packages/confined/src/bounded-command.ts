/**
 * A program of the system that ends by itself when it has computed for so long, also when nobody is left to end it: the kernel counts
 * (`ulimit`). For what reads and computes on one core; what waits uses up nothing.
 */
export function boundedCommand(
  seconds: number,
  program: string,
  args: readonly string[],
): readonly [command: string, args: string[]] {
  return ['/bin/sh', ['-c', 'ulimit -t "$0"; exec "$@"', String(seconds), program, ...args]];
}
