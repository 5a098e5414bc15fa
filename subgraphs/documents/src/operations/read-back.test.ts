import { createLogger } from '@modu/logger';
import { person } from '@modu/jobs/testing';
import { expect, it } from 'vitest';
import { createDocumentsContext } from '../context.ts';
import type { ShownPage } from '../domain/rendition.ts';
import { BraillePage } from '../resolvers/BrailleRendition.ts';
import type { Desk } from './desk.ts';

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
      return Promise.resolve({ text: `print of ${cells}` });
    },
  };
  const stores = { documents: {}, renditions: {}, clips: {}, transcripts: {} };
  const base = { viewer: person('ada'), logger: createLogger({ level: 'silent' }), signal: gone.signal };
  return { read, gone, context: createDocumentsContext(base, { ...stores, engine } as unknown as Desk) };
}

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
