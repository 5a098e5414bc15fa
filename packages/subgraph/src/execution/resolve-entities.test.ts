import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileOperation } from './compile-operation.ts';
import { resolveEntitiesAtOnce } from './resolve-entities.ts';

interface Key {
  readonly id: string;
}

/** A shelf whose things are found at once, later, under another name, or not at all. */
function shelf(): GraphQLSchema {
  const typeDefs = parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    type Query { shelf: [Book] }
    interface Thing @key(fields: "id") { id: ID! }
    type Book implements Thing @key(fields: "id") { id: ID! title: String }
    type Map implements Thing @key(fields: "id") { id: ID! scale: Int }
    type Note @key(fields: "id") { id: ID! }`);
  const book = (id: string) => ({ id, title: `book ${id}` });
  const resolvers = {
    Thing: { __resolveReference: ({ id }: Key) => ({ id, __typename: id === 'map' ? 'Map' : 'Book' }) },
    Book: {
      __resolveReference: ({ id }: Key) => {
        if (id === 'gone') return null;
        if (id === 'late') return Promise.resolve(book(id));
        if (id === 'failing') return Promise.reject(new Error('no such shelf'));
        return id === 'named' ? { ...book(id), __typename: 'Map' } : book(id);
      },
    },
    Map: { __resolveReference: ({ id }: Key) => Object.freeze({ id, scale: 5, __typename: 'Map' }) },
  };
  return buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
}

const QUERY = parse(`query ($of: [_Any!]!) { _entities(representations: $of) {
  __typename ... on Book { id title } ... on Map { id scale } ... on Note { id }
} }`);
const ids = ['here', 'late', 'gone', 'failing', 'named'];
const REFERENCES = [
  ...ids.map((id) => ({ __typename: 'Book', id })),
  { __typename: 'Map', id: '1' },
  { __typename: 'Note', id: 'as it came' },
  { __typename: 'Thing', id: 'map' },
  { __typename: 'Thing', id: 'book' },
];

describe('references to entities', () => {
  it('are answered as Apollo’s subgraph answers them', async () => {
    const [theirs, ours] = [shelf(), shelf()];
    resolveEntitiesAtOnce(ours);
    const variables = { of: REFERENCES };
    const expected = await execute({ schema: theirs, document: QUERY, variableValues: variables });
    const got = await compileOperation(ours, QUERY)({ context: undefined, variables });

    expect(JSON.parse(JSON.stringify(got))).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(got.errors).toHaveLength(1);
  });

  it('fail together when one is of a type that is unknown, as Apollo’s do', async () => {
    const [theirs, ours] = [shelf(), shelf()];
    resolveEntitiesAtOnce(ours);
    const variables = {
      of: [
        { __typename: 'Book', id: 'here' },
        { __typename: 'Lamp', id: '1' },
      ],
    };
    const expected = await execute({ schema: theirs, document: QUERY, variableValues: variables });
    const got = await compileOperation(ours, QUERY)({ context: undefined, variables });

    expect(JSON.parse(JSON.stringify(got))).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  it('that are found at once are answered at once', () => {
    const schema = shelf();
    resolveEntitiesAtOnce(schema);
    const variables = { of: [{ __typename: 'Book', id: 'here' }] };

    expect(compileOperation(schema, QUERY)({ context: undefined, variables })).toEqual({
      data: { _entities: [{ __typename: 'Book', id: 'here', title: 'book here' }] },
    });
  });
});
