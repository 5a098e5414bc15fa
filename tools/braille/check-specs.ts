import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chooseSystemLouis, createBrailleEngine, isRefusal } from '@modu/engine-braille';
import type { BrailleEngine } from '@modu/engine-braille';
import { readSpecs } from './read-specs.ts';
import type { Expectation } from './read-specs.ts';

// What the tests of liblouis expect of UEB, and how much of it the product writes. They come from its sources (tests/braille-specs) and stay there:
//   node tools/braille/check-specs.ts <folder with the files> [--misses]

const [folder, ...flags] = process.argv.slice(2);
if (!folder) throw new Error('Say in which folder the tests of liblouis lie (tests/braille-specs of its sources).');

async function writes(engine: BrailleEngine, { code, print, spans }: Expectation): Promise<string> {
  const answer = await engine.translate({ text: print, spans }, code);
  return isRefusal(answer) ? `refused: ${answer.refused}` : answer.cells;
}

const percent = (part: number, whole: number) => `${((part / Math.max(1, whole)) * 100).toFixed(1)} %`;

async function check(name: string, expected: readonly Expectation[], engine: BrailleEngine): Promise<string> {
  const asked = expected.filter(({ isKnownToFail, isOutOfReach }) => !isKnownToFail && !isOutOfReach);
  let right = 0;
  for (const one of asked) {
    const written = await writes(engine, one);
    if (written === one.cells) right += 1;
    else if (flags.includes('--misses')) console.log(JSON.stringify({ name, ...one, written }));
  }
  const knownToFail = expected.filter((one) => one.isKnownToFail).length;
  const apart = [knownToFail, expected.length - knownToFail - asked.length];
  return `| ${[name, `${right} / ${asked.length} (${percent(right, asked.length)})`, ...apart].join(' | ')} |`;
}

const system = await chooseSystemLouis('found');
const engines = {
  'npm build': createBrailleEngine(),
  ...(system && { [`system, ${system.version}`]: createBrailleEngine({ system }) }),
};
for (const [title, engine] of Object.entries(engines)) {
  console.log(`\n${title}\n| file | right | known to fail | out of reach |\n| --- | ---: | ---: | ---: |`);
  for (const file of readdirSync(folder).filter((name) => /^en-ueb.*\.yaml$/.test(name))) {
    const expected = readSpecs(join(folder, file));
    if (expected.length > 0) console.log(await check(file, expected, engine));
  }
  await engine.close();
}
