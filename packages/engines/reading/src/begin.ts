import { copyFile, link } from 'node:fs/promises';
import { join } from 'node:path';
import { startConfined } from '@modu/confined';
import type { Begun, Walls } from '@modu/confined';
import { makeWorkFolder } from '@modu/work-folders';
import type { CompiledCode } from './compiled-code.ts';

/** A process that reads one document, and the folder of its own, made before it, where it finds that. */
export interface BegunReading extends Begun {
  /** Lets it see a file, by the path that resolves. */
  show(path: string): Promise<string>;
}

/** Starts a process that may read what it will be shown, and no other file; with a copy of compiled code where there is some. */
export async function beginReading(
  walls: Omit<Walls, 'reads' | 'compiled'>,
  code?: Pick<CompiledCode, 'copyTo'>,
): Promise<BegunReading> {
  const folder = await makeWorkFolder('reading');
  const compiled = join(folder.path, 'code');
  try {
    const hasCode = await code?.copyTo(compiled).catch(() => false);
    const child = await startConfined({ ...walls, reads: [folder.path], ...(hasCode ? { compiled } : {}) });
    return {
      child,
      show: async (path) => {
        const shown = join(folder.path, 'source');
        // Another name of the same file, where both lie on one disk.
        await link(path, shown).catch(() => copyFile(path, shown));
        return shown;
      },
      end: async () => {
        child.kill('SIGKILL');
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
