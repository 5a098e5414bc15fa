import { describe, expect, it } from 'vitest';
import { aPerson } from '@modu/assets/testing';
import { isRefusal } from '@modu/errors';
import type { CountStore } from '../store/count-store.ts';
import type { FoundPage } from '../store/image-find.ts';
import type { ImageList } from '../store/image-list.ts';
import { readTimeline } from './read-timeline.ts';

interface ByWord {
  readonly matchesByWord: number;
  /** The list was looked through up to here, and goes on. */
  readonly lookedTo?: Pick<FoundPage, 'lookedTo'>;
}

/** A search that is counted stretch by stretch: nothing in the first one, by the word; a day by likeness. */
function longSearch({ matchesByWord, lookedTo = {} }: ByWord) {
  const near: boolean[] = [];
  const timeline: CountStore['timeline'] = (counted) => {
    near.push(counted.near ?? false);
    const found = { days: [{ day: '2026-01-01', count: 5 }], endsAt: null };
    return Promise.resolve(counted.near ? found : { days: [], endsAt: new Date('2025-01-01T00:00:00Z') });
  };
  const counts = { timeline, parts: () => Promise.resolve([]) } as unknown as CountStore;
  const page = () => Promise.resolve({ images: Array.from({ length: matchesByWord }), ...lookedTo });
  const list = { page } as unknown as ImageList;
  return { near, deps: { counts, list } };
}

const read = (deps: ReturnType<typeof longSearch>['deps']) =>
  readTimeline({ search: 'wide-angle' }, { viewer: aPerson(), deps });

describe('the days of a search of which a first look found none', () => {
  it('are told by likeness where the list goes by it', async () => {
    const { near, deps } = longSearch({ matchesByWord: 0 });
    const told = await read(deps);

    expect(isRefusal(told) || told.days.map(({ day }) => day)).toEqual(['2026-01-01']);
    expect(near).toEqual([false, true]);
  });

  it('are looked for further on where the list has some by the word', async () => {
    const { near, deps } = longSearch({ matchesByWord: 1 });
    const told = await read(deps);

    expect(isRefusal(told) || told.endCursor).toEqual(expect.any(String));
    expect(near).toEqual([false]);
  });

  it('are looked for further on where the list has not been looked through to its end', async () => {
    const lookedTo = { createdAt: new Date('2025-06-01T00:00:00Z'), id: 'a-picture', pixels: 1 };
    const { near, deps } = longSearch({ matchesByWord: 0, lookedTo: { lookedTo } });
    const told = await read(deps);

    expect(isRefusal(told) || told.endCursor).toEqual(expect.any(String));
    expect(near).toEqual([false]);
  });
});
