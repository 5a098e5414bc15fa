import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { limitRules } from './limits.ts';

const schema = buildSchema('type Query { user: User } type User { id: ID! friend: User }');

function complaints(query: string): string[] {
  return validate(schema, parse(query), limitRules).map(({ message }) => message);
}

const nested = (depth: number) => `{ user ${'{ friend '.repeat(depth)}{ id }${' }'.repeat(depth)} }`;

describe('a document is refused', () => {
  it('when it is too deep, by itself or through fragments', () => {
    expect(complaints(nested(8))).toEqual([]);
    expect(complaints(nested(120))).toEqual(['Operations may be 12 levels deep at most.']);
    const chain = Array.from({ length: 14 }, (_, i) => `fragment F${i} on User { friend { ...F${i + 1} } }`).join('\n');
    expect(complaints(`{ user { ...F0 } } ${chain} fragment F14 on User { id }`)).toContain(
      'Operations may be 12 levels deep at most.',
    );
  });

  it('when its fragments write out to millions of fields, at once', () => {
    const chain = Array.from({ length: 40 }, (_, i) => `fragment F${i} on User { ...F${i + 1} ...F${i + 1} }`).join(
      '\n',
    );

    expect(complaints(`{ user { ...F0 } } ${chain} fragment F40 on User { id }`)).toEqual([
      'Operations may have 500 fields at most.',
    ]);
  });

  it('when it asks one thing under many names', () => {
    const aliases = Array.from({ length: 2_000 }, (_, i) => `a${i}: __typename`).join(' ');

    expect(complaints(`{ ${aliases.split(' ').slice(0, 30).join(' ')} }`)).toEqual([]);
    expect(complaints(`{ ${aliases} }`)).toContain('Operations may have 15 aliases at most.');
  });

  it('when it gives a field a name that no answer can carry', () => {
    expect(complaints('{ __proto__: user { id } }')).toEqual(['No field may be named __proto__.']);
    expect(complaints('{ __kind: __typename constructor: user { id } }')).toEqual([]);
  });

  it('when it is full of directives', () => {
    const directives = '@include(if: true) '.repeat(30);

    expect(complaints(`{ user ${directives} { id } }`)).toEqual(['Operations may have 20 directives at most.']);
  });

  it('never because of a cycle, which validation refuses by itself', () => {
    expect(complaints('{ user { ...A } } fragment A on User { friend { ...B } } fragment B on User { ...A }')).toEqual(
      [],
    );
  });
});
