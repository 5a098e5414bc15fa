import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '@modu/logger';
import { settlesWithin } from '../deadline.ts';
import { forwardLines } from '../process-log.ts';
import { spawnGuarded } from './guarded-spawn.ts';
import type { RunAs } from './run-as.ts';

export interface ClusterOptions {
  readonly dataDir: string;
  readonly initdb: string;
  readonly runAs: RunAs;
  readonly password: string;
  readonly logger: Logger;
}

/** Without these the encoding follows LANG, and with LANG unset the cluster is SQL_ASCII for ever. */
const ENCODING = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
const INITDB_TIMEOUT_MS = 60_000;

/** Makes the data directory unless it is there. Whoever interrupts it leaves nothing: it gets its name when it is complete. */
export async function createClusterIfMissing(options: ClusterOptions): Promise<void> {
  const { dataDir, runAs, password } = options;
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return;
  const unfinished = `${dataDir}.new`;
  const passwordFile = `${dataDir}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await rm(passwordFile, { force: true });
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    for (const file of [unfinished, passwordFile]) if (runAs.owner) await chown(file, runAs.owner.uid, runAs.owner.gid);
    await runInitdb(options, ['-D', unfinished, `--pwfile=${passwordFile}`]);
    await rename(unfinished, dataDir);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function runInitdb({ initdb, runAs, logger }: ClusterOptions, place: readonly string[]): Promise<void> {
  const initialising = spawnGuarded(runAs, [initdb, ...place, '-U', 'postgres', '--auth=scram-sha-256', ...ENCODING]);
  const errors = forwardLines(initialising.stderr, logger, /error|warning/i);
  const closed = once(initialising, 'close');
  if (!(await settlesWithin(closed, INITDB_TIMEOUT_MS))) {
    initialising.stdin.end();
    throw new Error(`initdb did not end within ${INITDB_TIMEOUT_MS / 1000} s.`);
  }
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`initdb failed (${code}):\n${errors.tail()}`);
}
