import { describe, expect, it } from 'vitest';
import { jobOf } from '../../queue/testing/job-of.ts';
import { pictureOf } from '../testing/picture-of.ts';
import { chooseScene, filmstripOf, freshOf } from './scene.ts';

const older = pictureOf({ id: 'older', createdAt: '2026-11-20T00:00:00.000Z' });
const newer = pictureOf({ id: 'newer', createdAt: '2026-11-21T00:00:00.000Z' });
const running = jobOf({ id: 'running', status: 'RUNNING' });
const base = { choice: null, jobs: [], pictures: [], isReady: true };

describe('what hangs on the wall', () => {
  it('is a blank sheet for a newcomer, and nothing at all until that is certain', () => {
    expect(chooseScene(base).kind).toBe('empty');
    expect(chooseScene({ ...base, isReady: false }).kind).toBe('loading');
  });

  it('leaves jobs that make no picture to the tray', () => {
    const reading = jobOf({ id: 'reading', kind: 'document.read', status: 'RUNNING' });
    expect(chooseScene({ ...base, jobs: [reading], pictures: [newer] }).kind).toBe('picture');
    expect(chooseScene({ ...base, jobs: [reading, running] })).toEqual({ kind: 'job', job: running });
  });

  it('is the newest picture when nothing runs', () => {
    expect(chooseScene({ ...base, pictures: [newer, older] })).toEqual({ kind: 'picture', picture: newer });
  });

  it('is the running job after a reload', () => {
    expect(chooseScene({ ...base, jobs: [running], pictures: [newer] })).toEqual({ kind: 'job', job: running });
  });

  it('is what was chosen, although something else runs', () => {
    const choice = { kind: 'picture', id: 'older' } as const;
    expect(chooseScene({ ...base, choice, jobs: [running], pictures: [newer, older] })).toEqual({
      kind: 'picture',
      picture: older,
    });
  });

  it('becomes the picture when the chosen job is done', () => {
    const made = { __typename: 'Image', deletedAt: null, ...pictureOf({ id: 'made' }) } as const;
    const done = jobOf({ id: 'mine', status: 'COMPLETED', result: made });
    expect(chooseScene({ ...base, choice: { kind: 'job', id: 'mine' }, jobs: [done] })).toEqual({
      kind: 'picture',
      picture: made,
    });
  });

  it('is the picture of the chosen job as the gallery knows it by now, whose links are the newer ones', () => {
    const made = { __typename: 'Image', deletedAt: null, ...pictureOf({ id: 'made' }) } as const;
    const done = jobOf({ id: 'mine', status: 'COMPLETED', result: made });
    const known = pictureOf({ id: 'made', url: '/signed-anew' });
    const scene = chooseScene({ ...base, choice: { kind: 'job', id: 'mine' }, jobs: [done], pictures: [newer, known] });
    expect(scene).toEqual({ kind: 'picture', picture: known });
  });

  it('is no picture that went into the trash, although its job was chosen', () => {
    const gone = { __typename: 'Image', ...pictureOf({ id: 'gone' }), deletedAt: '2026-11-22T00:00:00.000Z' } as const;
    const done = jobOf({ id: 'mine', status: 'COMPLETED', result: gone });
    const scene = chooseScene({ ...base, choice: { kind: 'job', id: 'mine' }, jobs: [done], pictures: [newer] });
    expect(scene).toEqual({ kind: 'picture', picture: newer });
  });

  it('says so when the chosen job failed', () => {
    const failed = jobOf({ id: 'mine', status: 'FAILED' });
    expect(chooseScene({ ...base, choice: { kind: 'job', id: 'mine' }, jobs: [failed], pictures: [newer] })).toEqual({
      kind: 'ended',
      job: failed,
    });
  });

  it('forgets a choice that is nowhere', () => {
    expect(chooseScene({ ...base, choice: { kind: 'job', id: 'gone' }, pictures: [newer] }).kind).toBe('picture');
  });
});

describe('the filmstrip', () => {
  const image = pictureOf({ id: 'made', createdAt: '2026-11-22T00:00:00.000Z' });
  const made = { __typename: 'Image', deletedAt: null, ...image } as const;
  const fresh = freshOf([jobOf({ status: 'COMPLETED', result: made })]);
  const namesOf = (pictures: readonly { readonly id: string }[]) => pictures.map(({ id }) => id);

  it('has the picture just made in front before the gallery knows it, and once when it does', () => {
    expect(namesOf(filmstripOf({ fresh, pictures: [newer, older] }, { max: 2 }))).toEqual(['made', 'newer']);
    expect(namesOf(filmstripOf({ fresh, pictures: [image, newer] }, { max: 9 }))).toEqual(['made', 'newer']);
  });

  it('shows a picture by the links that the gallery gave last, not by those its job ended with', () => {
    const signedAnew = { ...image, thumbnailUrl: '/signed-anew' };
    expect(filmstripOf({ fresh, pictures: [signedAnew] }, { max: 9 })).toEqual([signedAnew]);
  });

  it('has nothing of what went into the trash after it was made', () => {
    const trashed = { ...made, deletedAt: '2026-11-22T00:05:00.000Z' };
    expect(freshOf([jobOf({ status: 'COMPLETED', result: trashed })])).toEqual([]);
  });
});
