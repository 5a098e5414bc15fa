import { createBrailleEngine, DEFAULT_SETUP, layoutPages } from '@modu/engine-braille';
import type { BraillePage as LaidOutPage } from '@modu/engine-braille';
import { createLogger } from '@modu/logger';
import { person } from '@modu/jobs/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { createDocumentsContext } from '../context.ts';
import type { ShownPage } from '../domain/rendition.ts';
import { BraillePage } from '../resolvers/BrailleRendition.ts';
import type { Desk } from './desk.ts';
import { readBack } from './read-back.ts';

const piece = (block: string) => ({ at: 0, length: 2, block, path: [], start: 0, end: 1, rule: 'a', undecided: false });
const PAGE = {
  ...{ renditionId: 'r', number: 1, volume: 1, printPage: null, blocks: [] },
  lines: ['⠃⠊', '⠃⠝', '⠛⠣'].map((cells, at) => ({ cells, pieces: [piece(String(at))] })),
  rendition: { id: 'r', code: 'ko-2024' },
} as unknown as ShownPage;

/** A request whose engine counts what it reads back. */
function request() {
  const read: string[] = [];
  const gone = new AbortController();
  const engine = {
    backTranslate: (cells: string) => {
      read.push(cells);
      return Promise.resolve({ text: `print of ${cells}`, places: [] });
    },
  };
  const stores = { documents: {}, renditions: {}, clips: {}, transcripts: {} };
  const base = { viewer: person('ada'), logger: createLogger({ level: 'silent' }), signal: gone.signal };
  return { read, gone, context: createDocumentsContext(base, { ...stores, engine } as unknown as Desk) };
}

/** A page of one paragraph, as it is laid out. */
async function pageOf(text: string, code: string): Promise<ShownPage> {
  const engine = createBrailleEngine();
  const blocks = [{ kind: 'PARAGRAPH', id: 'p', content: { text } }] as const;
  const translate = (print: { readonly text: string }) => engine.translate(print, code);
  const pages: LaidOutPage[] = [];
  for await (const page of layoutPages(() => blocks, { setup: DEFAULT_SETUP, translate })) pages.push(page);
  await engine.close();
  return { ...pages[0], rendition: { id: 'r', code } } as unknown as ShownPage;
}

describe('a paragraph of many lines', () => {
  const engine = createBrailleEngine();
  afterAll(() => engine.close());
  const cells: string[] = [];
  const counting = {
    backTranslate: (said: string, code: string) => {
      cells.push(said);
      return engine.backTranslate(said, code);
    },
  };
  const signal = new AbortController().signal;

  it.each([
    ['ko-2024', '빛은 2024년에도 곧게 나아가다가 Los Angeles의 물체를 만나면 그 뒤에 “그림자”를 남긴다. '.repeat(6)],
    ['en-ueb-g2', 'The knowledge of light is for the people who go straight on. '.repeat(9)],
  ])('is read back once, and each line says its own words: %s', async (code, text) => {
    cells.length = 0;
    const page = await pageOf(text, code);

    const said = await readBack({ engine: counting, signal }, page);

    const lines = page.lines.filter(({ pieces }) => pieces.some(({ block }) => block === 'p'));
    expect(lines.length).toBeGreaterThan(5);
    expect(cells.filter((one) => one.length > 40)).toHaveLength(1);
    // Where a letter would be read as a digit, braille has a blank that print has not.
    const letters = (print: string) => print.replaceAll(/\s/g, '');
    const words = (line: (typeof lines)[number]) => text.slice(line.pieces[0]!.start, line.pieces.at(-1)!.end);
    expect(lines.map((line) => letters(said[page.lines.indexOf(line)]!))).toEqual(
      lines.map((line) => letters(words(line))),
    );
  });
});

it('a page is read back once, under however many names it is asked for', async () => {
  const { read, context } = request();

  const [one, other] = await Promise.all([1, 2].map(() => BraillePage.backTranslation(PAGE, {}, context)));

  expect(one).toEqual(['print of ⠃⠊', 'print of ⠃⠝', 'print of ⠛⠣']);
  expect(other).toBe(one);
  expect(read).toHaveLength(3);
});

it('a page of a client that is gone is read back no further', async () => {
  const { read, gone, context } = request();
  const asked = BraillePage.backTranslation(PAGE, {}, context);
  while (read.length === 0) await new Promise(setImmediate);

  gone.abort(new Error('The client is gone.'));

  await expect(asked).rejects.toThrow('gone');
  expect(read).toEqual(['⠃⠊']);
});
