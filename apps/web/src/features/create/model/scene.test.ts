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
    const made = { __typename: 'Image', ...pictureOf({ id: 'made' }) } as const;
    const done = jobOf({ id: 'mine', status: 'COMPLETED', result: made });
    expect(chooseScene({ ...base, choice: { kind: 'job', id: 'mine' }, jobs: [done] })).toEqual({
      kind: 'picture',
      picture: made,
    });
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
  it('has the picture just made in front before the gallery knows it, and once when it does', () => {
    const made = { __typename: 'Image', ...pictureOf({ id: 'made', createdAt: '2026-11-22T00:00:00.000Z' }) } as const;
    const fresh = freshOf([jobOf({ status: 'COMPLETED', result: made })]);
    expect(filmstripOf({ fresh, pictures: [newer, older] }, { max: 2 }).map(({ id }) => id)).toEqual(['made', 'newer']);
    expect(filmstripOf({ fresh, pictures: [pictureOf(made), newer] }, { max: 9 }).map(({ id }) => id)).toEqual([
      'made',
      'newer',
    ]);
  });
});
