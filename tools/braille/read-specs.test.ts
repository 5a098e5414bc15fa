import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readSpecs } from './read-specs.ts';

const folder = mkdtempSync(join(tmpdir(), 'modu-specs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SPECS = `# In the manner of liblouis' tests.
display: text_nabcc.dis
table:
  language: en
  grade: 2
  system: ueb
tests:
- - 'it''s so'   # a comment
  - x's s
- - in italics
  - ".9"
  - typeform: {italic: "++"}
- - goes
    on
  - '|'
  - xfail: got another
flags: {testmode: backward}
tests:
  - [a, b]
display: unicode-without-blank.dis
table:
  language: en
  grade: 1
  system: ueb
flags: {testmode: bothDirections}
tests:
  - ["a b", ⠁ ⠃, xfail: {backward: true}]
  - [
\\x2014, ⠠⠤, {mode: [noContractions]}]
`;

it('what liblouis’ tests expect is read with its code, its emphasis, and what is known of it', () => {
  const path = join(folder, 'en-ueb.yaml');
  writeFileSync(path, SPECS);
  const plain = { spans: [], isKnownToFail: false, isOutOfReach: false };

  expect(readSpecs(path)).toEqual([
    { ...plain, code: 'en-ueb-g2', print: "it's so", cells: '⠭⠄⠎⠀⠎' },
    {
      ...plain,
      code: 'en-ueb-g2',
      print: 'in italics',
      cells: '⠨⠔',
      spans: [{ start: 0, end: 2, emphasis: 'ITALIC' }],
    },
    { ...plain, code: 'en-ueb-g2', print: 'goes on', cells: '⠳', isKnownToFail: true },
    { ...plain, code: 'en-ueb-g1', print: 'a b', cells: '⠁⠀⠃' },
    { ...plain, code: 'en-ueb-g1', print: '—', cells: '⠠⠤', isOutOfReach: true },
  ]);
});
