import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PASSWORD } from './sign-up.ts';

const SEED = fileURLToPath(new URL('../../seed/index.ts', import.meta.url));
const run = promisify(execFile);

interface Seeding {
  readonly port: number;
  /** The host's. */
  readonly dataDir: string;
  readonly email: string;
  readonly count: number;
}

/** Fills the gallery of somebody who has signed up. */
export async function seedPictures({ port, dataDir, email, count }: Seeding): Promise<void> {
  const args = { images: count, port, email, password: PASSWORD };
  const given = Object.entries(args).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await run(process.execPath, [SEED, ...given], { env: { ...process.env, MODU_DATA_DIR: dataDir } });
}
