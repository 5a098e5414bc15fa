import { aPerson } from '@modu/assets/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';

let gallery: RunningGallery;
const viewer = aPerson();

beforeAll(async () => {
  gallery = await startGallery();
  const at = (moment: string, prompt: string) => ({ createdAt: new Date(moment), prompt, modelId: 'sketch' });
  await writeRows(gallery, viewer.userId, [
    at('2026-10-30T20:00:00Z', 'first'),
    at('2026-10-31T14:59:59Z', 'second'),
    // In Seoul it is November by now.
    at('2026-10-31T15:00:00Z', 'third heron'),
    at('2026-10-31T23:00:00Z', 'fourth heron'),
    at('2026-11-30T14:00:00Z', 'fifth heron'),
  ]);
});
afterAll(() => gallery.stop());

const TIMELINE = `query ($timeZone: String, $search: String, $modelId: ID) {
  imageTimeline(timeZone: $timeZone, search: $search, modelId: $modelId) { totalCount days counts months monthDays } }`;
const PAGE = `query ($beginAt: ImagePlaceInput) { images(first: 1, beginAt: $beginAt) { edges { node { prompt } } } }`;

const timeline = async (asked: object) => {
  const { data, errors } = await gallery.ask(viewer, TIMELINE, { ...asked });
  return errors ? errors.map(({ extensions }) => extensions?.['code']) : data?.['imageTimeline'];
};

describe('the months of a wall', () => {
  it('are those of UTC unless a zone is named', async () => {
    expect(await timeline({})).toEqual({
      ...{ totalCount: 5, days: ['2026-11-30', '2026-10-31', '2026-10-30'], counts: [1, 3, 1] },
      ...{ months: ['2026-11', '2026-10'], monthDays: [1, 2] },
    });
  });

  it('begin where they begin for who looks: a day that is in two of them is told in two parts', async () => {
    const inSeoul = {
      ...{ totalCount: 5, days: ['2026-11-30', '2026-10-31', '2026-10-31', '2026-10-30'], counts: [1, 2, 1, 1] },
      ...{ months: ['2026-11', '2026-10'], monthDays: [2, 2] },
    };
    expect(await timeline({ timeZone: 'Asia/Seoul' })).toEqual(inSeoul);
    expect(await timeline({ timeZone: 'Asia/Seoul', modelId: 'sketch' })).toEqual(inSeoul);
    // Three of five, by their words: what is counted by looking through the matches.
    expect(await timeline({ timeZone: 'Asia/Seoul', search: 'heron' })).toEqual({
      ...{ totalCount: 3, days: ['2026-11-30', '2026-10-31'], counts: [1, 2] },
      ...{ months: ['2026-11'], monthDays: [2] },
    });
    // A list begins at a place within the day of UTC: behind the two that are of November.
    const beginAt = { day: '2026-10-31', skip: 2 };
    expect((await gallery.ask(viewer, PAGE, { beginAt })).data).toMatchObject({
      images: { edges: [{ node: { prompt: 'second' } }] },
    });
  });

  it('are none of a zone that is none', async () => {
    expect(await timeline({ timeZone: 'Mars/Olympus' })).toEqual(['BAD_USER_INPUT']);
  });
});
