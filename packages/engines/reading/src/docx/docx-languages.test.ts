import { expect, it } from 'vitest';
import { makeDocx, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';

const run = (text: string, lang = '') =>
  `<w:r><w:rPr>${lang === '' ? '' : `<w:lang ${lang}/>`}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const ENGLISH = 'Light goes straight on until something stands in its way, and so they say in other places: ';
const KOREAN = '빛은 곧게 나아가다가 물체를 만나면 그 뒤에 그림자를 남긴다. 그래서 ';

/** The passages that are in another language than the whole. */
async function marked(runs: string, usual = 'en-US'): Promise<string[]> {
  const files = {
    'word/styles.xml': `<w:styles xmlns:w="w"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="${usual}" w:eastAsia="ko-KR"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`,
  };
  const { blocks } = await readWhole(makeDocx(`<w:p>${runs}</w:p>`, { files }), { filename: 'a.docx' });
  return blocks.flatMap((block) =>
    'spans' in block
      ? block.spans.flatMap(({ start, end, language }) =>
          language ? [`${language}: ${textOf(block).slice(start, end)}`] : [],
        )
      : [],
  );
}

it('passages are in the language that their author gave them', async () => {
  expect(await marked(run(ENGLISH) + run('la lumière va tout droit', 'w:val="fr-FR"') + run(' and back.'))).toEqual([
    'fr-FR: la lumière va tout droit',
  ]);
  expect(await marked(run(KOREAN) + run('Licht', 'w:val="de-DE" w:eastAsia="ko-KR"') + run('라고 한다.'))).toEqual([
    'de-DE: Licht',
  ]);
  expect(await marked(run(ENGLISH) + run('光は直進する', 'w:val="en-US" w:eastAsia="ja-JP"'))).toContain(
    'ja-JP: 光は直進する',
  );
});

it('but not where Word alone says so: its usual language, English names in Korean, letters of another script, numbers', async () => {
  const runs = [
    ...[run(KOREAN), run('Windows', 'w:val="en-US"'), run(' 빛 ', 'w:val="fr-FR"'), run('12', 'w:val="fr-FR"')],
    run('은 그리스어가 아니다', 'w:eastAsia="el-GR"'),
  ];
  expect(await marked(runs.join(''))).toEqual([]);
  expect(await marked(run(ENGLISH, 'w:val="fr-FR"'), 'fr-FR')).toEqual([]);
});
