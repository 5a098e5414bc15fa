import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A liblouis of the system that can be used. */
export interface SystemLouis {
  /** `3.24.0`. */
  readonly version: string;
  /** The names of its tables. */
  readonly tables: readonly string[];
  /** Of a character: 2 counts places in UTF-16 units, 4 in code points. */
  readonly charBytes: 2 | 4;
  /** The Python 3 that speaks with it. */
  readonly python: string;
}

export const SYSTEM_SCRIPT = fileURLToPath(new URL('./system-louis.py', import.meta.url));
/** The standard library alone, whatever else is installed for that Python. */
export const PYTHON_FLAGS = ['-I', '-S', '-B'];

/** Nothing that this process was given is told to it; Python is the one where systems have theirs. */
export const PYTHON_ENVIRONMENT = {};

const VERSION_MIN = [3, 24] as const;
const LOOK_TIMEOUT_MS = 5_000;

/** `found`: the system's where there is one that will do. `build`: the npm build alone. `system`: nothing starts without the system's. */
export const LIBLOUIS_CHOICES = ['found', 'build', 'system'] as const;
export type LiblouisChoice = (typeof LIBLOUIS_CHOICES)[number];

/** The system's liblouis as far as it is wanted. @throws Error where it is needed and can't be used. */
export async function chooseSystemLouis(choice: LiblouisChoice): Promise<SystemLouis | null> {
  const found = choice === 'build' ? null : await findSystemLouis();
  if (found || choice !== 'system') return found;
  throw new Error(
    'There is no liblouis from 3.24 on here, or no python3 to speak with it (Debian: liblouis20, liblouis-data, python3).',
  );
}

/** The system's liblouis from 3.24 on; null where there is none, or no Python 3 to speak with it. */
export async function findSystemLouis(python = 'python3'): Promise<SystemLouis | null> {
  try {
    const args = [...PYTHON_FLAGS, SYSTEM_SCRIPT, '--what'];
    const options = { env: PYTHON_ENVIRONMENT, timeout: LOOK_TIMEOUT_MS, killSignal: 'SIGKILL' } as const;
    const { stdout } = await promisify(execFile)(python, args, options);
    return { ...parseSystemLouis(stdout), python };
  } catch {
    return null;
  }
}

/** @throws Error for one that is too old, or when it tells something else. */
export function parseSystemLouis(told: string): Omit<SystemLouis, 'python'> {
  const { version, tables, charBytes } = JSON.parse(told) as Partial<SystemLouis>;
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  const isNewEnough = major > VERSION_MIN[0] || (major === VERSION_MIN[0] && minor >= VERSION_MIN[1]);
  if (!version || !isNewEnough || !Array.isArray(tables) || (charBytes !== 2 && charBytes !== 4))
    throw new Error(`This liblouis can’t be used: ${told.slice(0, 80)}`);
  return { version, tables, charBytes };
}
