import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { isPlain } from '../src/lib/language/plain.ts';

const FILE = /\/src\/lib\/language\/(?:en|ko)\/(?!index|around)[\w-]+\.ts$/u;

/** Compiles the ICU messages of a language file while the studio is built: their parser is three times what says them. */
export function compileMessages(): Plugin {
  return {
    name: 'modu:compile-messages',
    enforce: 'pre',
    async load(id) {
      const [path = ''] = id.split('?');
      if (!FILE.test(path)) return null;
      // A changed file is another module: Node keeps what it has loaded.
      const file = (await import(`${pathToFileURL(path).href}?${statSync(path).mtimeMs}`)) as Record<
        string,
        Record<string, string>
      >;
      const exports = Object.entries(file).map(([name, sentences]) => {
        const compiled = Object.entries(sentences).map(([key, sentence]) => [key, compiledOf(sentence)]);
        return `export const ${name} = ${JSON.stringify(Object.fromEntries(compiled))};`;
      });
      return { code: exports.join('\n'), moduleType: 'js' };
    },
  };
}

/** A sentence without figures stays a string, which is shorter. */
function compiledOf(sentence: string): string | CompiledMessage {
  return isPlain(sentence) ? sentence : compileMessage(sentence);
}
