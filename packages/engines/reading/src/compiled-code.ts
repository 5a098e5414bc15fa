import { cp } from 'node:fs/promises';
import { constants as files } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { converse, startConfined } from '@modu/confined';
import type { Walls } from '@modu/confined';
import { makeWorkFolder } from '@modu/work-folders';
import type { CompileOrder } from './child/messages.ts';

const TIMEOUT_MS = 60_000;

/** The reader's own code, compiled once by a process that never sees a document. Who reads strangers' files has a copy, of which nobody else reads. */
export interface CompiledCode {
  /** Resolves when it is there. Rejects when it can't be made: documents are read without. */
  make(): Promise<void>;
  /** Copies it into a folder that is not there yet. @returns whether there is any. */
  copyTo(path: string): Promise<boolean>;
  remove(): Promise<void>;
}

export function createCompiledCode(walls: Pick<Walls, 'main' | 'memoryBytesMax' | 'hints'>): CompiledCode {
  const closing = new AbortController();
  let made: string | null = null;
  let making: Promise<{ readonly path: string; remove(): Promise<void> }> | undefined;
  const compile = async () => {
    const folder = await makeWorkFolder('reading-code');
    try {
      await compileInto(folder.path, { walls, signal: closing.signal });
      return folder;
    } catch (error) {
      await folder.remove();
      throw error;
    }
  };
  return {
    make: async () => {
      making ??= compile();
      made = (await making).path;
    },
    copyTo: async (path) => {
      if (made === null) return false;
      await cp(made, path, { recursive: true, mode: files.COPYFILE_FICLONE });
      return true;
    },
    remove: async () => {
      closing.abort(new Error('Nobody reads any more.'));
      made = null;
      await (await making?.catch(() => undefined))?.remove();
    },
  };
}

interface Compiling {
  readonly walls: Pick<Walls, 'main' | 'memoryBytesMax' | 'hints'>;
  readonly signal: AbortSignal;
}

async function compileInto(path: string, { walls, signal }: Compiling): Promise<void> {
  const child = await startConfined({ ...walls, compiled: path });
  // Whatever else a host does while it starts comes first.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const order: CompileOrder = { compile: true };
  await converse({ ...walls, stepTimeoutMs: TIMEOUT_MS }, { order, signal, child, answer: () => Promise.resolve() });
}
