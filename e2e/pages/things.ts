import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { askGraph } from './graph.ts';
import type { Studio } from './studio.ts';

/** What somebody has who has made one of each. */
export interface Things {
  readonly imageId: string;
  readonly boardId: string;
  readonly share: string;
  readonly documentId: string;
  readonly renditionId: string;
  readonly clipId: string;
  readonly transcriptId: string;
}

export const PROMPT = 'A heron beside a pond';

/** Makes one of each as the person who is signed in. */
export async function makeThings(studio: Studio): Promise<Things> {
  const { page } = studio;
  return { ...(await makePictures(studio)), ...(await makeBraille(page)), ...(await makeSpeech(page)) };
}

async function makePictures(studio: Studio): Promise<Pick<Things, 'imageId' | 'boardId' | 'share'>> {
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
  return { imageId, boardId: createBoard.id, share: new URL(shareImage.url).pathname };
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

/** A text is said, and what was said is written down again. */
async function makeSpeech(page: Page): Promise<Pick<Things, 'clipId' | 'transcriptId'>> {
  const clip = await finishJob<{ id: string; asset: { id: string } }>(
    page,
    'mutation($input: SpeakTextInput!) { started: speakText(input: $input) { ... on Job { id } ... on Refusal { message } } }',
    { text: 'The heron stands in the pond. It waits.', language: 'en' },
  );
  const transcript = await finishJob<{ id: string }>(
    page,
    'mutation($input: TranscribeSpeechInput!) { started: transcribeSpeech(input: $input) { ... on Job { id } ... on Refusal { message } } }',
    { assetId: clip.asset.id, language: 'en' },
  );
  return { clipId: clip.id, transcriptId: transcript.id };
}

const RESULT = `query($id: ID!) { job(id: $id) { status result {
  ... on SpeechClip { id asset { id } } ... on Transcript { id }
} } }`;

async function finishJob<T>(page: Page, mutation: string, input: object): Promise<T> {
  const { started } = await askGraph<{ started: { id?: string; message?: string } }>(page, mutation, { input });
  if (started.id === undefined) throw new Error(started.message);
  let result: T | null = null;
  await expect
    .poll(
      async () => {
        const { job } = await askGraph<{ job: { status: string; result: T | null } }>(page, RESULT, { id: started.id });
        ({ result } = job);
        return job.status;
      },
      { timeout: 60_000 },
    )
    .toBe('COMPLETED');
  if (result === null) throw new Error('The job left nothing');
  return result;
}
