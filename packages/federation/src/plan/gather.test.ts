import { describe, expect, it } from 'vitest';
import { gatherRepresentations } from './gather.ts';
import type { PlanSelection } from './query-plan.ts';
import { compileRepresentation } from './representation.ts';
import type { Fields } from './run.ts';

const field = (name: string, selections?: readonly PlanSelection[]): PlanSelection =>
  selections ? { kind: 'Field', name, selections } : { kind: 'Field', name };
const gather = (objects: readonly Fields[], ...keys: readonly PlanSelection[]) => {
  const groups: number[][] = [];
  const representationOf = compileRepresentation([field('__typename'), ...keys], {
    isOfType: () => true,
    rewrite: undefined,
  });
  return { text: gatherRepresentations(objects, representationOf, groups), groups };
};

describe('objects that ask the same', () => {
  it('are asked for once, in the order in which they first came', () => {
    const objects = ['b', 'a', 'b', 'a', 'b'].map((id) => ({ __typename: 'User', id, name: `not asked for` }));

    expect(gather(objects, field('id'))).toEqual({
      text: '{"__typename":"User","id":"b"},{"__typename":"User","id":"a"}',
      groups: [
        [0, 2, 4],
        [1, 3],
      ],
    });
  });

  it('are of one type, and say the same in the same words', () => {
    const objects = [
      { __typename: 'User', id: '1' },
      { __typename: 'Author', id: '1' },
      { __typename: 'User', id: 1 },
      { __typename: 'User', id: null },
      { __typename: 'User', id: 1 },
      { __typename: 'Author', id: '1' },
    ];

    expect(gather(objects, field('id')).groups).toEqual([[0], [1, 5], [2, 4], [3]]);
  });

  it('are told apart by all that is asked for, and are the same where what they differ in becomes null', () => {
    const two = [
      { __typename: 'Seat', row: 'a', place: 1 },
      { __typename: 'Seat', row: 'a', place: 2 },
    ];
    const below = [
      { __typename: 'Seat', hall: 'no object' },
      { __typename: 'Seat', hall: 'none either' },
    ];

    expect(gather(two, field('row'), field('place')).groups).toEqual([[0], [1]]);
    expect(gather(below, field('hall', [field('id')]))).toEqual({
      text: '{"__typename":"Seat","hall":null}',
      groups: [[0, 1]],
    });
  });

  it('are left out when they are of no type or lack what is asked for', () => {
    const objects = [{ id: '1' }, { __typename: 'User' }, { __typename: 'User', id: '2' }, { __typename: 7, id: '3' }];

    expect(gather(objects, field('id'))).toEqual({ text: '{"__typename":"User","id":"2"}', groups: [[2]] });
  });
});
