import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PRIVATE = 0o700;
const FOR_OTHERS = 0o077;

/** The folder of this user in which all work folders lie, made when it is missing. @throws when it is not ours alone. */
export async function openHome(parent: string = tmpdir()): Promise<string> {
  // In a container a user need not have a name; Windows has no numbers, and a folder for each user.
  const uid = process.getuid?.();
  const home = join(parent, uid === undefined ? 'modu-work' : `modu-work-${uid}`);
  await mkdir(home, { recursive: true, mode: PRIVATE });
  const found = await lstat(home);
  // Where everyone may write, someone else may have been there first, with a link to elsewhere.
  const isOurs = found.isDirectory() && (uid === undefined || (found.uid === uid && (found.mode & FOR_OTHERS) === 0));
  if (!isOurs) throw new Error(`${home} is there already and does not belong to this user alone.`);
  return home;
}
