import { Worker } from 'node:worker_threads';
import type { StartHost } from './louis-host.ts';

/** A thread with the npm build in it. */
export const startThread: StartHost = ({ onAnswer, onGone }) => {
  const worker = new Worker(new URL('./louis-worker.ts', import.meta.url), { stdout: true, stderr: true });
  // What liblouis prints is of no use to anyone; unread streams would fill up.
  worker.stdout.resume();
  worker.stderr.resume();
  worker.on('message', onAnswer);
  worker.on('error', onGone);
  worker.on('exit', onGone);
  return {
    post: (ask) => worker.postMessage(ask),
    hold: (isNeeded) => (isNeeded ? worker.ref() : worker.unref()),
    end: () => worker.terminate(),
  };
};
