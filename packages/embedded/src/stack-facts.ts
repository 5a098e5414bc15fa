import path from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './private-file.ts';

const port = z.number().int().min(1).max(65_535);

const stackFacts = z.object({
  /** The process that runs the servers now; null after a clean stop. */
  holder: z.object({ pid: z.number().int(), startedAt: z.string(), token: z.string() }).nullable(),
  /** Every wanted server has answered. */
  ready: z.boolean(),
  /** Counted up while the servers come up, which may take long: a sign of life for those who wait. */
  signs: z.number().int().default(0),
  /** Chosen once and kept, so that addresses stay the same over restarts. */
  ports: z.object({ postgres: port.optional(), mongo: port.optional(), s3: port.optional() }),
  /** The servers that the holder runs. */
  serving: z.array(z.enum(['postgres', 'mongo', 's3'])),
});

/** What one process must know of the stack that another one runs. Kept in `stack.json`. */
export type StackFacts = z.infer<typeof stackFacts>;

export type ServerName = StackFacts['serving'][number];

const NOTHING: StackFacts = { holder: null, ready: false, signs: 0, ports: {}, serving: [] };

/** The facts of a data directory. A missing or damaged file holds nothing that cannot be chosen anew. */
export function readStackFacts(dataDir: string): StackFacts {
  const kept = stackFacts.safeParse(readJson(fileOf(dataDir)));
  return kept.success ? kept.data : NOTHING;
}

/** Written by the holder of the directory only. */
export function writeStackFacts(dataDir: string, facts: StackFacts): void {
  writeJson(fileOf(dataDir), facts);
}

function fileOf(dataDir: string): string {
  return path.join(dataDir, 'stack.json');
}
