import { describe, expect, it } from 'vitest';
import type { Wish } from './people.ts';
import { checkPromises } from './promises.ts';

const wish = (become: Pick<Wish, 'jobId' | 'refused'> = {}): Wish => ({
  ...{ kind: 'picture', userId: 'minji', key: 'k' },
  ...become,
});
const jobs = (...ids: string[]) => ids.map((id) => ({ id, owner_id: 'minji' }));
const storm = { before: new Set(['calm']), healed: true };

describe('after a storm', () => {
  it('all is well when each answer is a job, and one that was lost made one at most', () => {
    const wishes = [wish({ jobId: 'a' }), wish(), wish({ refused: 'INSUFFICIENT_CREDITS' })];

    expect(checkPromises({ ...storm, wishes, jobs: jobs('calm', 'a') })).toEqual([]);
    expect(checkPromises({ ...storm, wishes, jobs: jobs('calm', 'a', 'unheard of') })).toEqual([]);
  });

  it('a job that was promised and is gone is seen', () => {
    expect(checkPromises({ ...storm, wishes: [wish({ jobId: 'a' })], jobs: jobs('calm') })).toEqual([
      'job a was promised and is gone',
    ]);
  });

  it('a second job of one wish is seen, also beside a wish that was refused', () => {
    const wishes = [wish({ jobId: 'a' }), wish({ refused: 'QUEUE_PAUSED' })];

    expect(checkPromises({ ...storm, wishes, jobs: jobs('calm', 'a', 'twice') })).toEqual([
      'minji has 1 jobs that they did not hear of, and lacks 0 answers',
    ]);
  });

  it('what never comes to rest is seen', () => {
    expect(checkPromises({ ...storm, healed: false, wishes: [], jobs: [] })).toEqual(['it never came to rest']);
  });
});
