#!/usr/bin/env node
// Prisma's CLI starts this file as its "schema engine binary". It may be started by any Node from 20 on; the engine itself
// is TypeScript, so an older Node hands over to the one pinned in package.json.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const engine = new URL('./engine.ts', import.meta.url);
const [major = 0] = process.versions.node.split('.').map(Number);

if (major >= 24) {
  const { runEngine } = await import(engine.href);
  await runEngine(process.argv.slice(2));
} else {
  const pinned = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
  if (!existsSync(pinned)) {
    process.stderr.write('The schema engine needs Node 24: run "npm ci" in the root of the repository first.\n');
    process.exit(1);
  }
  const { status } = spawnSync(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
