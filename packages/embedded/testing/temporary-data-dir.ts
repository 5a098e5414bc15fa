import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A data directory for one test, which every user may pass to unless `mode` says otherwise. */
export async function temporaryDataDir(mode = 0o755): Promise<{ path: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'modu-embedded-'));
  await chmod(dir, mode);
  return { path: path.join(dir, 'data'), remove: () => rm(dir, { recursive: true, force: true, maxRetries: 5 }) };
}
