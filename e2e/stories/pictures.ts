import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const PATH = fileURLToPath(new URL('pictures/drawn-by.txt', import.meta.url));

/** Whether this Chromium drew the pictures that are kept. Another major version draws letters and edges a little differently. */
export function isDrawnBy(version: string): boolean {
  if (process.env['UPDATE_PICTURES'] === '1') {
    mkdirSync(dirname(PATH), { recursive: true });
    writeFileSync(PATH, `${version}\n`);
    return true;
  }
  return existsSync(PATH) && majorOf(readFileSync(PATH, 'utf8').trim()) === majorOf(version);
}

const majorOf = (version: string) => version.split('.')[0];
