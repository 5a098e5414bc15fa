import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { subgraphFiles } from './subgraph.ts';

/**
 * Writes a new subgraph into `folder`.
 * @throws Error for a name that is no kebab-case word, or a folder that exists.
 */
export function writeSubgraph(name: string, folder: string): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(`"${name}" is no name in kebab-case.`);
  if (existsSync(folder)) throw new Error(`There is a subgraph "${name}" already.`);
  const files = Object.entries(subgraphFiles(name));
  for (const [path, content] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return files.map(([path]) => path);
}
