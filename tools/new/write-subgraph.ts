import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, getFileInfo, resolveConfig } from 'prettier';
import { subgraphFiles } from './subgraph.ts';

/** A file of the house: its rules of format are found from there, wherever the subgraph is written. */
const HOUSE = fileURLToPath(new URL('../../package.json', import.meta.url));

/**
 * Writes a new subgraph into `folder`, formatted: how long the name is says where lines break.
 * @throws Error for a name that is no kebab-case word, or a folder that exists.
 */
export async function writeSubgraph(name: string, folder: string): Promise<string[]> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(`"${name}" is no name in kebab-case.`);
  if (existsSync(folder)) throw new Error(`There is a subgraph "${name}" already.`);
  const files = Object.entries(subgraphFiles(name));
  for (const [path, content] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await formatted(path, content));
  }
  return files.map(([path]) => path);
}

async function formatted(path: string, content: string): Promise<string> {
  const { inferredParser } = await getFileInfo(path);
  if (!inferredParser) return content;
  return format(content, { ...(await resolveConfig(HOUSE)), filepath: path });
}
