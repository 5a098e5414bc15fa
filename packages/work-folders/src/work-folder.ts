import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openHome } from './home.ts';
import { formatName, ownName } from './process-name.ts';

export interface WorkFolder {
  readonly path: string;
  /** With all that is in it. */
  remove(): Promise<void>;
}

/** A new, empty folder, until it is removed or this process is gone. `purpose` is for people who look for what fills a disk. */
export async function makeWorkFolder(
  purpose: string,
  { parent }: { readonly parent?: string } = {},
): Promise<WorkFolder> {
  const own = join(await openHome(parent), formatName(ownName()));
  await mkdir(own, { recursive: true });
  const path = await mkdtemp(join(own, `${purpose}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Makes a folder for as long as `use` works in it. */
export async function inWorkFolder<Result>(purpose: string, use: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await makeWorkFolder(purpose);
  try {
    return await use(folder.path);
  } finally {
    await folder.remove();
  }
}
