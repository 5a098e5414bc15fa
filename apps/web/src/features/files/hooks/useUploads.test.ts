import { expect, it, vi } from 'vitest';
import { tellSessionChange } from '../../../lib/auth/index.ts';
import { ownedBy } from '../../../lib/keep/own.ts';
import { happen } from '../../../lib/live/live-state.ts';
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

it('goes on with what was stopped when the person is back, and when the line is', async () => {
  const { uploads } = await import('./useUploads.ts');
  const goOn = vi.spyOn(uploads, 'goOn');
  tellSessionChange('expired');
  tellSessionChange('signed-out');
  happen('opened');
  goOn.mockClear();

  tellSessionChange('renewed');
  expect(goOn).toHaveBeenCalledTimes(1);
  happen('lost');
  happen('connecting');
  expect(goOn).toHaveBeenCalledTimes(1);
  happen('opened');
  expect(goOn).toHaveBeenCalledTimes(2);
  happen('opened');
  expect(goOn).toHaveBeenCalledTimes(2);
});
