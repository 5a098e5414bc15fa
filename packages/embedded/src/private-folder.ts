import { chmod, mkdir } from 'node:fs/promises';

const OWNER_ONLY = 0o700;

/** Makes a folder that only its owner may enter; one that an earlier version left open to others is closed. */
export async function keepPrivateFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await chmod(dir, OWNER_ONLY);
}
