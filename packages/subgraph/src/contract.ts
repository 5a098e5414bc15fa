import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import type { DocumentNode } from 'graphql';

const BASE_FILE = new URL('base.graphql', import.meta.url);

/** The whole contract of a subgraph: what all subgraphs share (`base.graphql`), then its own schema file. */
export function readContract(schemaFile: URL): DocumentNode {
  return parse(`${readFileSync(BASE_FILE, 'utf8')}\n${readFileSync(schemaFile, 'utf8')}`, { noLocation: true });
}
