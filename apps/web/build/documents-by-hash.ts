import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const IMPORT = /import \{([^}]+)\} from '([^']*\/generated\/graphql\.ts)';/gu;
const HASH_OF = /export const (\w+Document) = [^`]*`[^`]*`, \{"hash":"(sha256:[0-9a-f]{64})"\}\)/gu;
const ONE = /^\0document:(\w+)@(.+)$/u;

/**
 * Gives each page the hashes of its own operations and nothing else: the gateway knows the texts. A page whose gateway does not
 * know them fetches `persisted-documents.json` (lib/graph/request.ts).
 */
export function documentsByHash(): Plugin {
  const hashes = new Map<string, string>();
  return {
    name: 'modu:documents-by-hash',
    enforce: 'pre',
    apply: 'build',
    transform: (code, id) => {
      if (id.includes('node_modules') || !code.includes('/generated/graphql.ts')) return null;
      // Line by line as before, so that no map is needed.
      return {
        code: code.replace(IMPORT, (whole, names: string, path: string) =>
          oneByOne(whole, { names, file: resolve(dirname(id), path) }),
        ),
        map: null,
      };
    },
    resolveId: (id) => (ONE.test(id) ? id : null),
    load: (id) => {
      const [, name, file] = ONE.exec(id) ?? [];
      if (name === undefined || file === undefined) return null;
      if (hashes.size === 0)
        for (const [, known = '', hash = ''] of readFileSync(file, 'utf8').matchAll(HASH_OF)) hashes.set(known, hash);
      const hash = hashes.get(name);
      if (hash === undefined) throw new Error(`${name} has no hash in ${file}; run "npm run generate"`);
      return `export const ${name} = { __meta__: { hash: '${hash}' } };`;
    },
  };
}

/** An import of several operations as one import each; whatever else is imported stays as it is. */
function oneByOne(whole: string, { names, file }: { readonly names: string; readonly file: string }): string {
  const each = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (!each.every((name) => name.endsWith('Document'))) return whole;
  return each.map((name) => `import { ${name} } from '\0document:${name}@${file}';`).join(' ');
}
