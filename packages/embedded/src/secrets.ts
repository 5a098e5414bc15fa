import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readJson, writeJsonOnce } from './private-file.ts';

const stackSecrets = z.object({
  postgresPassword: z.string().min(16),
  s3AccessKeyId: z.string().min(8),
  s3SecretAccessKey: z.string().min(16),
  /** Signs the identity that services pass on among each other. */
  internalSecret: z.string().min(43),
  /** Signs sessions. */
  authSecret: z.string().min(43),
});

/** What the embedded servers and the default set-up keep secret; made once for a data directory. */
export type StackSecrets = z.infer<typeof stackSecrets>;

/** The secrets of a data directory, made on first use; the file is readable by its owner only. */
export function keepSecrets(dataDir: string): StackSecrets {
  const file = path.join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true });
  writeJsonOnce(file, {
    postgresPassword: randomSecret(),
    s3AccessKeyId: `modu${randomBytes(8).toString('hex')}`,
    s3SecretAccessKey: randomSecret(),
    internalSecret: randomSecret(),
    authSecret: randomSecret(),
  });
  const kept = stackSecrets.safeParse(readJson(file));
  if (kept.success) return kept.data;
  throw new Error(
    `${file} is damaged. The data beside it can only be opened with it: restore it, or remove ${dataDir}.`,
  );
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}
