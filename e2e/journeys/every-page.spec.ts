import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { checkPage } from '../pages/checks.ts';
import { askGraph } from '../pages/graph.ts';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

test.describe.configure({ mode: 'serial' });
test.use({ noise: 'refusals' });

/** Every address the studio has. One that is added fails here until it is said below what of it there is to see. */
const ADDRESSES = [
  ...readFileSync(new URL('../../apps/web/src/app/addresses.ts', import.meta.url), 'utf8').matchAll(
    /^ {2}'(\/[^']*)':/gmu,
  ),
].map(([, path = '']) => path);

/** What the person has by the time the pages are looked at. */
interface Things {
  readonly imageId: string;
  readonly boardId: string;
  readonly share: string;
  readonly documentId: string;
  readonly renditionId: string;
}

const NOWHERE = '00000000-0000-7000-8000-000000000000';

/** For a stranger: what is there to see at each open address. */
const OPEN = [
  '/sign-in',
  '/sign-up',
  '/forgot-password',
  '/reset-password',
  '/verify-email',
  '/dev/mail',
  '/sign-in?next=/gallery',
];

/** For somebody with things: an address, filled, and what it shows when the thing is not there. */
const STUDIO: Readonly<Record<string, (things: Things) => readonly string[]>> = {
  '/': () => ['/'],
  '/account': () => ['/account'],
  '/admin/queue': () => ['/admin/queue'],
  '/boards': () => ['/boards'],
  '/boards/$boardId': ({ boardId }) => [`/boards/${boardId}`, `/boards/${NOWHERE}`],
  '/braille/$renditionId': ({ renditionId }) => [`/braille/${renditionId}`, `/braille/${NOWHERE}`],
  '/credits': () => ['/credits'],
  '/documents': () => ['/documents'],
  '/documents/$documentId': ({ documentId }) => [`/documents/${documentId}`, `/documents/${NOWHERE}`],
  '/enterprise': () => ['/enterprise'],
  '/files': () => ['/files'],
  '/gallery': () => ['/gallery', '/gallery?page=1', '/gallery?search=nothing-of-that-name'],
  '/gallery/$imageId': ({ imageId }) => [`/gallery/${imageId}`, `/gallery/${NOWHERE}`],
  '/gallery/trash': () => ['/gallery/trash'],
  '/overview': () => ['/overview'],
  '/plans': () => ['/plans'],
  '/s/$token': ({ share }) => [share, '/s/nothing'],
  '/security': () => ['/security'],
  '/speech': () => ['/speech'],
  // The filled one is looked at in speech.spec.ts, where somebody has had a text said.
  '/speech/$clipId': () => [`/speech/${NOWHERE}`],
  '/transcripts/$transcriptId': () => [`/transcripts/${NOWHERE}`],
};

test('each address is one that is looked at here', () => {
  const seen = [...OPEN.map((path) => path.split('?')[0] ?? path), ...Object.keys(STUDIO)];
  expect([...new Set(seen)].toSorted()).toEqual(ADDRESSES.toSorted());
});

test('what anyone can open', async ({ page }) => {
  for (const path of OPEN) {
    await page.goto(path);
    await checkPage(page, path);
  }
});

test('what somebody new sees, who has nothing yet, and an address that leads nowhere', async ({ page }) => {
  await new Studio(page).signUp(newPerson('Saebyeok'));
  for (const path of ['/', '/gallery', '/boards', '/documents', '/files', '/overview', '/credits', '/no/such/place']) {
    await page.goto(path);
    await checkPage(page, `${path}, empty`);
  }
});

test.describe('what somebody sees who has made things', () => {
  test.setTimeout(300_000);
  let page: Page;
  let things: Things;

  test.beforeAll(async ({ browser }) => {
    page = await (await browser.newContext()).newPage();
    const studio = new Studio(page);
    await studio.signUp(newPerson('Neul'));
    things = await makeThings(studio);
  });
  test.afterAll(() => page.context().close());

  test('at every address', async () => {
    for (const [address, paths] of Object.entries(STUDIO))
      for (const path of paths(things)) {
        await page.goto(path);
        await expect(page.getByRole('main')).toBeVisible();
        await checkPage(page, `${address} (${path})`);
      }
  });
});

const PROMPT = 'A heron beside a pond';

async function makeThings(studio: Studio): Promise<Things> {
  const { page } = studio;
  await studio.ask(PROMPT);
  await expect(studio.finished(PROMPT)).toBeVisible({ timeout: 60_000 });
  const { images } = await askGraph<{ images: { edges: { node: { id: string } }[] } }>(
    page,
    '{ images(first: 1) { edges { node { id } } } }',
    {},
  );
  const imageId = images.edges[0]?.node.id ?? '';
  const { createBoard } = await askGraph<{ createBoard: { id: string } }>(
    page,
    'mutation($name: String!) { createBoard(input: { name: $name }) { ... on Board { id } } }',
    { name: 'Ponds' },
  );
  await askGraph(
    page,
    'mutation($board: ID!, $image: ID!) { addToBoard(boardId: $board, imageIds: [$image]) { __typename } }',
    { board: createBoard.id, image: imageId },
  );
  const { shareImage } = await askGraph<{ shareImage: { url: string } }>(
    page,
    'mutation($id: ID!) { shareImage(id: $id, input: { showPrompt: true }) { ... on Share { url } } }',
    { id: imageId },
  );
  return { imageId, boardId: createBoard.id, share: new URL(shareImage.url).pathname, ...(await makeBraille(page)) };
}

async function makeBraille(page: Page): Promise<Pick<Things, 'documentId' | 'renditionId'>> {
  await page.goto('/documents');
  const buffer = Buffer.from('# 빛\n\n빛은 곧게 나아간다.\n\n## 까닭\n\n1. 해\n2. 달\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'light.md', mimeType: 'text/markdown', buffer });
  await page.getByRole('link', { name: /light/u }).click();
  await page.waitForURL(/\/documents\/./u);
  const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByRole('tab', { name: /Braille/u }).click();
  await page.getByRole('button', { name: /^Make braille/u }).click();
  await page.getByRole('link', { name: 'Proof view' }).click();
  await page.waitForURL(/\/braille\//u);
  return { documentId, renditionId: new URL(page.url()).pathname.split('/').at(-1) ?? '' };
}
