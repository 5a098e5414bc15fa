import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { RunAs } from './run-as.ts';

export type GuardedProcess = ChildProcessByStdio<Writable, null, Readable>;

/**
 * The shell waits for the program and, beside it, for the end of our pipe. The kernel closes that pipe when we end, be it by
 * `kill -9`: the program is then interrupted and cannot be orphaned. To stop it ourselves, we close the pipe.
 */
const GUARD = `exec 3<&0
"$@" 3<&- </dev/null >/dev/null & program=$!
(read -r _ <&3; kill -INT $program) & watch=$!
wait $program; code=$?
kill $watch 2>/dev/null
exit $code`;

/**
 * Starts a program that does not outlive us. It leads a process group of its own, so that Ctrl-C in a terminal reaches only
 * us, and we can end our own work before the database ends.
 */
export function spawnGuarded(runAs: RunAs, command: readonly string[]): GuardedProcess {
  return spawn('/bin/sh', ['-c', GUARD, 'guard', ...runAs.prefix, ...command], {
    ...runAs.owner,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: '/', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  });
}
