import { expect, it } from 'vitest';
import { ownedBy } from '../../../lib/keep/own.ts';
import { openKeptUploads } from '../../../lib/upload/index.ts';

const film = { key: 'k', assetId: 'a', name: 'film.mp4', sizeBytes: 9, lastModified: 1, sha256: 'ab', sentBytes: 3 };

it('lists what a reload has cut for whoever began it, and nothing of it once somebody else is here', async () => {
  localStorage.setItem('modu.own.owner', '"Minji"');
  openKeptUploads().set([film]);
  const { uploads } = await import('./useUploads.ts');
  expect(uploads.list().map(({ name }) => name)).toEqual(['film.mp4']);
  ownedBy('Joon');
  expect(uploads.list()).toEqual([]);
  expect(openKeptUploads().get()).toEqual([]);
});
