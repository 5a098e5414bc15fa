import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const ORDER = '@layer tokens, base, ui, features;';

describe('the stylesheets of the studio', () => {
  const sheets = globSync('{apps/web,packages/ui}/src/**/*.css', { cwd: root }).filter(
    (path) => !/src\/(?:styles|type)\.css$/u.test(path),
  );

  it('are there', () => {
    expect(sheets.length).toBeGreaterThan(10);
  });

  it.each(sheets)('%s names the order of the layers first, because pieces of the studio load in any order', (path) => {
    const text = readFileSync(join(root, path), 'utf8');
    expect(text.startsWith(ORDER)).toBe(true);
    expect(text.match(/@layer (?:tokens|base|ui|features) \{/gu)).toHaveLength(1);
  });
});
