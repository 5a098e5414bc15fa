import { describe, expect, it } from 'vitest';
import { readTarget } from './targets.ts';

describe('TARGET', () => {
  it('names modules and groups, each module once', () => {
    expect(readTarget('billing')).toEqual({ names: ['billing'], problem: undefined });
    expect(readTarget('tasks, generation-tasks').names).toEqual([
      'billing-tasks',
      'jobs-tasks',
      'generation-tasks',
      'documents-tasks',
    ]);
    expect(readTarget('graph,tasks,edge').names.toSorted()).toEqual(readTarget('all').names.toSorted());
  });

  it('is told all that does not exist, and knows the rest all the same', () => {
    const { names, problem } = readTarget('billing,biling,toString');

    expect(names).toEqual(['billing']);
    expect(problem).toContain('does not exist: biling, toString. Choose from: all, graph');
    expect(readTarget(' , ').problem).toContain('(nothing)');
  });
});
