import { describe, expect, it } from 'vitest';
import { findUndescribed } from './described.ts';
import { readApi } from './promise.ts';

const described = `
  "A piece of work."
  type Job {
    "Where it stands."
    status(first: Int): Status!
  }
  "How far a job has come."
  enum Status {
    "Waits for its turn."
    QUEUED
  }
  "Which jobs are wanted."
  input Wish {
    "All when left out."
    status: Status
  }
  "What a job made."
  union Result = Job
`;

describe('what partners read of the graph', () => {
  it('says something about every type, field and value; else write it where the field is', () => {
    expect(findUndescribed(readApi())).toEqual([]);
  });

  it('is missed where a type, a field, an input field or a value says nothing', () => {
    expect(findUndescribed(described)).toEqual([]);
    expect(findUndescribed(described.replace('"A piece of work."', ''))).toEqual(['Job']);
    expect(findUndescribed(described.replace('"Where it stands."', ''))).toEqual(['Job.status']);
    expect(findUndescribed(described.replace('"All when left out."', ''))).toEqual(['Wish.status']);
    expect(findUndescribed(described.replace('"Waits for its turn."', '" "'))).toEqual(['Status.QUEUED']);
    expect(findUndescribed(described.replace('"What a job made."', ''))).toEqual(['Result']);
  });
});
