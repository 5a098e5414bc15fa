import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const PHYSICAL =
  /(?:^|[\s;{])((?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)(?:-[a-z]+)?\s*:|border-(?:top|bottom)-(?:left|right)-radius\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b)/gmu;
const FOUR_SIDES = /(?:^|[\s;{])((?:margin|padding|inset|border-width)\s*:\s*([^;{}]+))/gmu;

/** The values of a shorthand; a space within brackets parts none. */
const valuesOf = (shorthand: string): string[] => shorthand.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/gu) ?? [];

/** What in a sheet says left or right where it means start or end. */
function physicalSides(sheet: string): string[] {
  const text = sheet.replaceAll(/\/\*[\s\S]*?\*\//gu, '');
  const lopsided = [...text.matchAll(FOUR_SIDES)].filter(([, , shorthand = '']) => {
    const [, right, , left] = valuesOf(shorthand);
    return left !== undefined && left !== right;
  });
  return [...text.matchAll(PHYSICAL), ...lopsided].map(([, found = '']) => found);
}

describe('a page that is read from right to left', () => {
  it('is laid out by start and end: a rule that says left or right is found', () => {
    expect(physicalSides('.a { margin-left: 4px }')).toEqual(['margin-left:']);
    expect(physicalSides('.a { padding: 1px calc(2px + (1px * 2)) 3px 4px; }')).toHaveLength(1);
    expect(physicalSides('.a { left: 0; text-align: right }')).toHaveLength(2);
    expect(
      physicalSides('.a { padding: 1px 2px 3px 2px; inset-inline: 0; --left: 1px; margin-inline-start: 2px }'),
    ).toEqual([]);
  });

  it.each(globSync('{apps/web,packages/ui}/src/**/*.css', { cwd: root }))('%s names no physical side', (path) => {
    expect(physicalSides(readFileSync(join(root, path), 'utf8'))).toEqual([]);
  });

  it.each([
    ['packages/ui/src/sound/waveform.css', '.ui-wave__seek'],
    ['apps/web/src/features/create/create.css', '.compare'],
  ])('%s: %s is drawn across from left to right all the same', (path, selector) => {
    const rules = readFileSync(join(root, path), 'utf8').split('}');
    expect(rules.filter((rule) => rule.includes(`${selector} {`)).join()).toContain('direction: ltr;');
  });
});
