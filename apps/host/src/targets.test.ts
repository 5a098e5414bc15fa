import { describe, expect, it } from 'vitest';
import { parseTarget, TargetError } from './targets.ts';

describe('TARGET', () => {
  it('names modules and groups, each module once', () => {
    expect(parseTarget('billing')).toEqual(['billing']);
    expect(parseTarget('tasks, generation-tasks')).toEqual([
      'billing-tasks',
      'jobs-tasks',
      'generation-tasks',
      'documents-tasks',
    ]);
    expect(parseTarget('graph,tasks,edge').toSorted()).toEqual(parseTarget('all').toSorted());
  });

  it('refuses what does not exist, naming all of it', () => {
    expect(() => parseTarget('billing,biling,galery')).toThrow(/biling, galery/);
    expect(() => parseTarget(' , ')).toThrow(TargetError);
  });
});
