import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ARTICLES, reportBraille } from '@modu/engine-braille/report';

const report = await reportBraille();
const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)} %`;
const louis = Object.entries(report.louisRight).map(
  ([table, right]) => `| liblouis 3.2, ${table} | ${right} / ${report.rows} | ${percent(right, report.rows)} |`,
);
const tables = report.tables.map(
  ({ name, rows, own, louis }) => `| ${[name, rows, own, louis['ko-2006-g2'], louis['ko-g2']].join(' | ')} |`,
);
const editions = (['2024', '2020'] as const).map((name) => {
  const { rulesShown, decided, stable, samePrint } = report.editions[name];
  const shares = [`${stable} (${percent(stable, decided)})`, `${samePrint} (${percent(samePrint, decided)})`];
  return `| ${[name, `${rulesShown} / ${report.rules} (${percent(rulesShown, report.rules)})`, decided, ...shares].join(' | ')} |`;
});

writeFileSync(
  fileURLToPath(new URL('../../docs/braille.md', import.meta.url)),
  `# Korean braille: what is covered

Counted by \`npm run braille:report\` over the engine's own test tables (\`packages/engines/braille/src/korean/tables\`, ${report.rows} rows, each with
its article). The rows are examples of the regulation and words of our own.

## Articles of 한글 점자, revision of 2024 (notice 2024-5)

**${report.covered.length} of ${ARTICLES}** articles are implemented and shown by at least one row or test.${report.missing.length === 0 ? '' : ` Without a row or a rule: ${report.missing.map((article) => `제${article}항`).join(', ')}.`}

Two of them as far as their published examples go: 제38항 (phonetic signs; those that no example shows are taken from IPA Braille of 2008, with which
the examples agree, and marked \`IPA_SIGN\`) and 제39항 (Hangul in a Roman sentence or address; which script a sentence is in can't be told from its letters alone,
so where the document doesn't say it the signs are marked \`MAIN_SCRIPT\`).

## Revision of 2020 (notice 2020-38)

The same rules, with letters that stand alone as that revision writes them. Of ${report.rules} rules ${report.numbered2020} carry an article number that could be
checked for 2020 (${report.articles2020} articles); the others show no number in that edition, and are counted as uncovered there. No page of the notice itself was in reach:
the numbers are those by which liblouis' proposed table for 2020 lists its rules, of which its own tests name some differently.

## Rows that come out right

| engine | rows | share |
| --- | ---: | ---: |
| own engine | ${report.ownRight} / ${report.rows} | ${percent(report.ownRight, report.rows)} |
${louis.join('\n')}

Table by table, rows that come out right by the revision of 2024 (liblouis' tables follow older ones):

| table | rows | own engine | ko-2006-g2 | ko-g2 |
| --- | ---: | ---: | ---: | ---: |
${tables.join('\n')}

## Rules shown, there and back, by edition

A rule is shown where it wrote at least one cell of a row. The way back is counted over rows without an undecided mark, put into braille by the
edition: print that is read back makes the same cells again by that edition, and perhaps the same print.

| edition | rules shown | rows | same cells | same print |
| --- | ---: | ---: | ---: | ---: |
${editions.join('\n')}

The\ndifference in print: what has no cells of its own (앞 and 아., ɡ and g are the same cells). For modern\nsyllables in random order it is 100 % (a property test).

## Unified English Braille

Checked from outside by what liblouis' own tests expect of the way from print to braille (\`tests/braille-specs/en-ueb*.yaml\` of its sources, 3.38.0 and 89
changes, August 2026), which other people wrote and which are not packaged with it: \`node tools/braille/check-specs.ts <folder>\`. Through the product, with its npm build
(liblouis 3.2, what is there by default) and with the system's 3.24.0; what these tests say that liblouis itself does not fulfil, and what the product has no words for,
is not counted.

| tests | expected | npm build | system, 3.24.0 | known to fail | out of reach |
| --- | ---: | ---: | ---: | ---: | ---: |
| en-ueb: mostly the examples of the Rules of 2013 | 1 987 | 1 884 (94.8 %) | 1 941 (97.7 %) | 253 | 2 |
| en-ueb-symbols, en-ueb-g1: signs and letters with marks | 657 | 576 (87.7 %) | 657 (100 %) | 3 | 0 |
| en-ueb-math | 8 | 8 | 8 | 0 | 0 |
| en-ueb-g2_backward, as far as it goes both ways | 169 | 131 (77.5 %) | 153 (90.5 %) | 0 | 0 |
| en-ueb-computer-code, of which it says that many are wrong | 2 781 | 2 147 (77.2 %) | 2 560 (92.1 %) | 37 | 0 |

Every one that does not come out right is written so by these versions of liblouis themselves: their tables are older than the tests. With the npm build the em dash was the long
dash and letters with marks (ř, ł, š) were full cells; the product writes both now by the Rules (UEB 7.2 and 4.2): 1 877 and 448 before. What is left of the examples of
the Rules: numbers behind roman ones and a point, words in mixed capitals, passages of emphasis that end with a mark, and some divided words.

Against a table of our own besides (\`src/english/tables/ueb.ts\`), by liblouis 3.2 (\`en-ueb-g2\`): ${report.uebRows} words for ${report.uebSections} sections of the Rules of
2013, of which ${report.uebRight} (${percent(report.uebRight, report.uebRows)}) come out as the rules say. Seven of these rows said otherwise at first and were put right where liblouis disagreed, and
nobody who reads UEB has looked the table over: it tells of a change for the worse.

## Not done

Chinese characters (marked \`NO_SIGN\`; a letter joined to one is written by 제23 and 26항), Hangul inside a Roman sentence on the way back (in addresses it is read),
and the words of a transcriber's explanation.

Korean mathematics (수학 점자) of 2024: operations, comparisons, brackets, fractions, ratios, arrows, Roman and Greek letters, primes, scripts, absolute
values and roots, by 제2, 3, 4, 6, 7, 9, 10, 12, 13, 17, 18, 19, 21 and 22항 (${report.mathRows} rows of our own, ${report.mathRight} right; what the articles say was learned from
published examples of them, not from the regulation's own pages). Not done: functions with names, two scripts at one base, differentials,
matrices, systems, sums and integrals, capitals beside each other: such a formula is written out in a line and marked \`MATH_STRUCTURE\`, as is the
blank between a formula and a word that print joins to it. Formulas are not read back. The 2020 revision uses the same, without numbers. UEB (Guidelines for Technical Material) and
Nemeth have numbers, letters, common signs, fractions, scripts and roots; matrices and other signs are marked likewise. What has no cells is marked \`NO_SIGN\`, never dropped.
`,
);
process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
