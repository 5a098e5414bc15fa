import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
/** React Aria sets these on its elements. */
const SET_BY_THE_LIBRARY = ['--tree-item-level', '--trigger-width'];

const read = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
const namesIn = (text: string, form: RegExp) => [...text.matchAll(form)].map(([, name = '']) => name);

describe('the tokens of the design system', () => {
  const sheets = read('{apps,packages}/*/src/**/*.css');
  const scripts = read('{apps/web,packages/ui}/src/**/*.{ts,tsx}');
  const known = new Set([
    ...SET_BY_THE_LIBRARY,
    ...sheets.flatMap(([, text]) => namesIn(text, /(--[a-z0-9-]+)\s*:/gu)),
    ...scripts.flatMap(([, text]) => namesIn(text, /['"](--[a-z0-9-]+)['"]/gu)),
  ]);

  it.each(sheets)(
    '%s uses none that does not exist: a rule with one has no effect, and nobody is told',
    (_path, text) => {
      const used = namesIn(text, /var\((--[a-z0-9-]+)/gu);
      expect(used.filter((name) => !known.has(name))).toEqual([]);
    },
  );
});
