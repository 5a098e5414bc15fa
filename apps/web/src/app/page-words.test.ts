import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WORDS } from './page-words.ts';

const app = import.meta.dirname;
const ALWAYS = ['shell'];
const IMPORT = /(?:from|import\()\s*'(\.[^']+\.tsx?)'/gu;
/** What opens later over a page (help, the account) fetches its words with its script. */
const BROUGHT_ALONG = /loadWords\('(\w+)'\)/gu;
const SAID = /useTranslation\((\[[^\]]+\]|'\w+')|say\([`'](\w+):/gu;

/** The namespaces that a file and everything it fetches, now or later, says something of, but for those that are brought along. */
function saidFrom(entry: string): string[] {
  const seen = new Set<string>();
  const said = new Set<string>();
  const brought = new Set(ALWAYS);
  const visit = (file: string) => {
    if (seen.has(file) || !existsSync(file) || /lib[\\/]language[\\/]/u.test(file)) return;
    seen.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, names, spoken] of source.matchAll(SAID))
      for (const name of (names ?? `'${spoken ?? ''}'`).matchAll(/\w+/gu)) said.add(name[0]);
    for (const [, name = ''] of source.matchAll(BROUGHT_ALONG)) brought.add(name);
    for (const [, path = ''] of source.matchAll(IMPORT)) visit(join(dirname(file), path));
  };
  visit(entry);
  return [...said].filter((name) => !brought.has(name)).toSorted();
}

describe('the words a page is fetched with', () => {
  const routes = globSync('*.tsx', { cwd: join(app, '../routes') }).map((file) => file.replace('.tsx', ''));

  it('are named for every route', () => {
    expect(Object.keys(WORDS).toSorted()).toEqual([...routes, 'shell'].toSorted());
  });

  it.each(Object.entries(WORDS))('of %s are those it says', (route, words) => {
    const entry = route === 'shell' ? join(app, 'Shell.tsx') : join(app, `../routes/${route}.tsx`);
    const around: readonly string[] = route === 'shell' ? [] : WORDS.shell;
    const missing = saidFrom(entry).filter((name) => !words.includes(name as never) && !around.includes(name));
    expect(missing, 'add them to page-words.ts').toEqual([]);
  });
});
