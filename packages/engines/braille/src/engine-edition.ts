import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const HERE = new URL('.', import.meta.url);
let edition: string | undefined;

/** Says whether cells that were kept are those that would be made now: it changes with every change of this engine. */
export function engineEdition(): string {
  edition ??= digestOf(readdirSync(HERE, { recursive: true, encoding: 'utf8' }));
  return edition;
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).toSorted();
  for (const file of sources) hash.update(file).update(readFileSync(new URL(file.replaceAll('\\', '/'), HERE)));
  return hash
    .update(readFileSync(new URL('../package.json', HERE)))
    .digest('base64url')
    .slice(0, 16);
}
