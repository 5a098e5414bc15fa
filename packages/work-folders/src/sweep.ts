import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openHome } from './home.ts';
import { formatName, isAlive, ownName, parseName } from './process-name.ts';

/** No work takes as long: a run of a job has half an hour. */
const UNTOUCHED_MS_MAX = 24 * 3_600_000;

/** Removes the work folders of processes that are gone. @returns how many processes had left some. */
export async function sweepWorkFolders({ parent }: { readonly parent?: string } = {}): Promise<number> {
  const home = await openHome(parent);
  let swept = 0;
  for (const name of await readdir(home)) {
    if (!(await isLeft(home, name))) continue;
    await rm(join(home, name), { recursive: true, force: true });
    swept += 1;
  }
  return swept;
}

async function isLeft(home: string, name: string): Promise<boolean> {
  const [owner, own] = [parseName(name), ownName()];
  if (!owner || name === formatName(own)) return false;
  if (owner.namespace === own.namespace) return !isAlive(owner);
  const found = await stat(join(home, name)).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > UNTOUCHED_MS_MAX;
}
