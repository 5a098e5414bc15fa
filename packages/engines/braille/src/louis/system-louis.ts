import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Socket } from 'node:net';
import { PYTHON_ENVIRONMENT, PYTHON_FLAGS, SYSTEM_SCRIPT } from './find-system-louis.ts';
import type { SystemLouis } from './find-system-louis.ts';
import type { StartHost } from './louis-host.ts';
import type { LouisAsk } from './louis-messages.ts';
import { codePointsOf } from './code-points.ts';

/** The kernel's deadline comes after ours: it is for a process whose parent is gone. */
const GRACE_SECONDS = 5;

interface Told {
  readonly id: number;
  readonly cells: string;
  readonly places: readonly number[];
  readonly error: string | null;
}

/** Starts processes with the system's liblouis in them. */
export function startSystemLouis(
  { python, charBytes }: SystemLouis,
  { callTimeoutMs }: { readonly callTimeoutMs: number },
): StartHost {
  const seconds = Math.ceil(callTimeoutMs / 1_000) + GRACE_SECONDS;
  return ({ onAnswer, onGone }) => {
    const child = spawn(python, [...PYTHON_FLAGS, SYSTEM_SCRIPT, String(seconds)], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: PYTHON_ENVIRONMENT,
    });
    let asked: LouisAsk | undefined;
    child.on('error', onGone);
    child.on('close', onGone);
    // Its end says why.
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { id, cells, places, error } = JSON.parse(line) as Told;
      const units = charBytes === 4 && asked ? codePointsOf(asked.text) : undefined;
      onAnswer({ id, cells, error, places: Int32Array.from(places, (place) => units?.[place] ?? place) });
    });
    const hold = (isNeeded: boolean): void => {
      const act = isNeeded ? 'ref' : 'unref';
      for (const one of [child, child.stdin as Socket, child.stdout as Socket]) one[act]();
    };
    return {
      post: (ask) => {
        asked = ask;
        const { typeforms, ...rest } = ask;
        const units = charBytes === 4 ? codePointsOf(ask.text).slice(0, -1) : undefined;
        const forms = typeforms && (units ? units.map((unit) => typeforms[unit] ?? 0) : [...typeforms]);
        child.stdin.write(`${JSON.stringify({ ...rest, forms })}\n`);
      },
      hold,
      end: () => {
        hold(true);
        const ended = new Promise((resolve) => child.once('close', resolve));
        return child.kill('SIGKILL') ? ended : Promise.resolve();
      },
    };
  };
}
