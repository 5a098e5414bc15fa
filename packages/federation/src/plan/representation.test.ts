import { describe, expect, it } from 'vitest';
import type { PlanSelection } from './query-plan.ts';
import { compileRepresentation } from './representation.ts';

const field = (name: string, selections?: readonly PlanSelection[]): PlanSelection =>
  selections ? { kind: 'Field', name, selections } : { kind: 'Field', name };
const requires: readonly PlanSelection[] = [
  {
    kind: 'InlineFragment',
    typeCondition: 'Image',
    selections: [field('__typename'), field('thumbnail', [field('id'), field('size', [field('width')])]), field('id')],
  },
];
const isOfType = (typename: string, condition: string) => typename === condition;
const writeFast = compileRepresentation(requires, { isOfType, rewrite: undefined })('Image').write;
/** A rewrite, also one that changes nothing, is applied to a copy: the way that walks the plan. */
const writeSlowly = compileRepresentation(requires, { isOfType, rewrite: () => undefined })('Image').write;

describe('the representation of an entity with objects below it', () => {
  it.each([
    ['all there', { id: '1', thumbnail: { id: 't', size: { width: 3, more: 'left out' } } }],
    ['null below', { id: '1', thumbnail: { id: 't', size: null } }],
    ['something missing below', { id: '1', thumbnail: { id: 't', size: {} } }],
    ['nothing below', { id: '1', thumbnail: null }],
    ['a list below', { id: '1', thumbnail: [{ id: 't', size: { width: 1 } }, null, { id: 'u' }] }],
    ['a list in a list', { id: '1', thumbnail: [[{ id: 't', size: { width: 1 } }], []] }],
    ['a leaf where objects belong', { id: '1', thumbnail: 'no object' }],
  ])('is the same text, written fast or by walking the plan: %s', (_, fields) => {
    const entity = { __typename: 'Image', ...fields };
    expect(writeFast(entity)).toBe(writeSlowly(entity));
  });

  it('is none when a field of the entity itself is missing', () => {
    expect(writeFast({ __typename: 'Image', thumbnail: null })).toBeUndefined();
    expect(writeSlowly({ __typename: 'Image', thumbnail: null })).toBeUndefined();
  });

  it('is none for another type', () => {
    const { write } = compileRepresentation(requires, { isOfType, rewrite: undefined })('Caption');
    expect(write({ __typename: 'Caption', id: '1', thumbnail: null })).toBeUndefined();
  });
});
