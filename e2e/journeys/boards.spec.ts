import { askGraph } from '../pages/graph.ts';
import { press, tabTo } from '../pages/keyboard.ts';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { seen } from '../pages/seen.ts';

const GENERATE = `mutation($input: TextToImageInput!) { generateImage(input: $input) { __typename } }`;
const CREATE = 'mutation { createBoard(input: { name: "Herons" }) { ... on Board { id } } }';
const ADD = 'mutation($id: ID!, $ids: [ID!]!) { addToBoard(boardId: $id, imageIds: $ids) { __typename } }';
const COVER = 'query($id: ID!) { board(id: $id) { cover { id } } }';

/** Four pictures on a board. @returns their ids, in the order of the wall, and the board's. */
async function makeBoard({ page }: Studio) {
  await askGraph(page, GENERATE, { input: { prompt: 'A heron', count: 4, width: 256, height: 256, steps: 4 } });
  let ids: string[] = [];
  await expect
    .poll(
      async () => {
        const { images } = await askGraph<{ images: { edges: { node: { id: string } }[] } }>(
          page,
          '{ images(first: 4) { edges { node { id } } } }',
          {},
        );
        ids = images.edges.map(({ node }) => node.id);
        return ids.length;
      },
      { timeout: 60_000 },
    )
    .toBe(4);
  const { createBoard } = await askGraph<{ createBoard: { id: string } }>(page, CREATE, {});
  await askGraph(page, ADD, { id: createBoard.id, ids });
  return { ids, boardId: createBoard.id };
}

test('a board loses two pictures and gets a cover, by keyboard; a finger finds what chooses them', async ({
  page,
  browser,
}) => {
  const studio = new Studio(page);
  const person = newPerson('Duru');
  await studio.signUp(person);
  const { ids, boardId } = await makeBoard(studio);
  const tiles = page.locator('[data-place]');

  await test.step('two are chosen and taken off; they stay in the gallery', async () => {
    await page.goto(`/boards/${boardId}`);
    await expect(tiles).toHaveCount(4);
    await tabTo(page, /^A heron/u);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await press(page, /^Take off this board$/u);
    await expect(seen(page, '2 pictures taken off Herons')).toBeVisible();
    await expect(tiles).toHaveCount(2);
    expect(await askGraph(page, '{ images { totalCount } }', {})).toEqual({ images: { totalCount: 4 } });
  });

  await test.step('the older of the others becomes the cover', async () => {
    await tabTo(page, /^A heron/u);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await press(page, /^Use as cover$/u);
    await expect.poll(() => askGraph(page, COVER, { id: boardId })).toEqual({ board: { cover: { id: ids[3] } } });
  });

  await test.step('undone from the toast, all are on it again', async () => {
    await press(page, /^Undo$/u);
    await expect(tiles).toHaveCount(4);
  });

  await test.step('where nothing hovers the marks are there', async () => {
    const phone = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
    const there = new Studio(await phone.newPage());
    await there.signIn(person);
    await expect(there.prompt).toBeVisible();
    await there.page.goto(`/boards/${boardId}`);
    const mark = there.page.getByRole('button', { name: 'Choose A heron' }).first();
    await expect(mark).toHaveCSS('opacity', '1');
    await mark.tap();
    await expect(there.page.getByRole('button', { name: 'Use as cover' })).toBeVisible();
    await phone.close();
  });
});
