import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { askOracle } from '../testing/oracle.ts';
import { NO_TROUBLE } from '../testing/subgraph-values.ts';
import { composeWorld } from '../testing/world-graph.ts';
import type { SubgraphRequest } from '../testing/world-graph.ts';
import { compileOperation, withOwnNames } from './index.ts';
import type { SubgraphAnswer } from './index.ts';

type Answers = Record<string, (request: SubgraphRequest) => unknown>;

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
  import: ["@key", "@shareable", "@external", "@requires", "@interfaceObject"])`;

/** One operation over hand-written subgraphs, through both executors. */
async function askBoth(sdls: Record<string, string>, query: string, answers: Answers) {
  const subgraphs = Object.entries(sdls).map(([name, own]) => ({ name, sdl: own, typeDefs: parse(`${LINK}\n${own}`) }));
  const composed = composeWorld({ seed: 0, subgraphs });
  if ('errors' in composed) throw new Error(composed.errors.join('\n'));
  const ask = async (name: string, request: SubgraphRequest) =>
    JSON.parse(JSON.stringify(answers[name]?.(request))) as SubgraphAnswer;
  const graph = { ...composed, ask };
  const asWritten = parse(query);
  const document = withOwnNames(asWritten, graph.names);
  const compiled = compileOperation({
    document,
    operation: getOperationAST(document)!,
    plan: graph.plan(document).node as never,
    schema: graph.schema,
    supergraph: graph.supergraph,
    fetch: ({ fetch, variables }) =>
      ask(fetch.subgraph, { query: fetch.query, variables: JSON.parse(variables) as never }),
  });
  const { data, errors } = await compiled.execute({ context: undefined });
  const operation = { document: asWritten, text: query, kind: 'query' as const };
  const theirs = await askOracle({ graph, operation, plan: graph.plan(asWritten), variables: {}, trouble: NO_TROUBLE });
  return { ours: { data: JSON.parse(data ?? 'null') as unknown, errors }, theirs };
}

const books = 'type Query { book: Book books: [Book] } type Book @key(fields: "id") { id: ID! title: String }';
const prices = 'type Book @key(fields: "id") { id: ID! price: Int }';
const pricesById = ({ variables }: SubgraphRequest) => ({
  data: {
    _entities: (variables?.['representations'] as { id: string }[]).map(({ id }) => ({ price: Number(id) * 10 })),
  },
});

describe('where the official executor departs from the specification, ours does not', () => {
  it('keeps keys whole when an alias takes the name of a key', async () => {
    const { ours, theirs } = await askBoth({ books, prices }, '{ book { id: title price } }', {
      books: ({ query }) => ({
        data: {
          book: { __typename: 'Book', id: '7', ...(query.includes('own__id') ? { own__id: 'Kim' } : { id: 'Kim' }) },
        },
      }),
      prices: pricesById,
    });

    expect(ours.data).toEqual({ book: { id: 'Kim', price: 70 } });
    expect(theirs.data).not.toEqual(ours.data);
  });

  it('gives required fields their own arguments, whatever the operation asks of the same field', async () => {
    const parcels = `type Query { parcel: Parcel } type Parcel @key(fields: "id") { id: ID! weight(unit: String!): Int }`;
    const posts = `type Parcel @key(fields: "id") {
      id: ID! weight(unit: String!): Int @external
      postage: Int @requires(fields: "weight(unit: \\"g\\")") }`;
    const weights = ({ query }: SubgraphRequest) => {
      const asked = [...query.matchAll(/(?:(\w+):\s*)?weight\(unit:\s*"(\w+)"\)/g)];
      const fields = asked.map(([, alias = 'weight', unit]) => [alias, unit === 'kg' ? 2 : 2_000]);
      return { data: { parcel: { __typename: 'Parcel', id: '1', ...Object.fromEntries(fields) } } };
    };
    const { ours, theirs } = await askBoth({ parcels, posts }, '{ parcel { weight(unit: "kg") postage } }', {
      parcels: weights,
      posts: ({ variables }) => ({
        data: {
          _entities: (variables?.['representations'] as { weight: number }[]).map(({ weight }) => ({
            postage: weight,
          })),
        },
      }),
    });

    expect(ours).toEqual({ data: { parcel: { weight: 2, postage: 2_000 } }, errors: [] });
    expect(theirs.data).toEqual({ parcel: { weight: 2, postage: 2 } });
  });

  it('remembers the concrete type when a subgraph knows it only as an interface object', async () => {
    const media = `type Query { found: Found } union Found = Film | Song
      interface Media @key(fields: "id") { id: ID! }
      type Film implements Media @key(fields: "id") { id: ID! } type Song implements Media @key(fields: "id") { id: ID! }`;
    const ratings = 'type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }';
    const { ours } = await askBoth({ media, ratings }, '{ found { ... on Film { stars } __typename } }', {
      media: () => ({ data: { found: { __typename: 'Film', id: '1' } } }),
      ratings: () => ({ data: { _entities: [{ __typename: 'Media', stars: 5 }] } }),
    });

    expect(ours).toMatchObject({ data: { found: { stars: 5, __typename: 'Film' } }, errors: [] });
  });

  it('names the right element of a list when an earlier one could not be asked for', async () => {
    const { ours, theirs } = await askBoth({ books, prices }, '{ books { price } }', {
      books: () => ({
        data: {
          books: [
            { __typename: 'Unknown', id: '1' },
            { __typename: 'Book', id: '2' },
          ],
        },
      }),
      prices: () => ({
        data: { _entities: [null] },
        errors: [{ message: 'sold out', path: ['_entities', 0, 'price'] }],
      }),
    });

    expect(ours.errors).toMatchObject([{ message: 'sold out', path: ['books', 1, 'price'] }]);
    expect(theirs.errors).toMatchObject([{ path: ['books', 0, 'price'] }]);
  });

  it('asks for equal entities once, and tells of an error at each place where the answer is missing', async () => {
    const asked: number[] = [];
    const { ours } = await askBoth({ books, prices }, '{ books { price } }', {
      books: () => ({ data: { books: ['1', '2', '1'].map((id) => ({ __typename: 'Book', id })) } }),
      prices: ({ variables }) => {
        const { length } = variables?.['representations'] as unknown[];
        asked.push(length);
        const gone = { message: 'gone', path: ['_entities', 0, 'price'] };
        return { data: { _entities: [null, { price: 3 }, null].slice(0, length) }, errors: [gone] };
      },
    });

    expect(asked).toEqual([2, 3]);
    expect(ours.data).toEqual({ books: [{ price: null }, { price: 3 }, { price: null }] });
    expect(ours.errors.map((error) => error.path)).toEqual([
      ['books', 0, 'price'],
      ['books', 2, 'price'],
    ]);
  });

  it('says why a field is null where the schema does not allow null, though the subgraph said nothing', async () => {
    const people = 'type Query { person: Person } type Person { name: String! friends: [Person!] }';
    const { ours, theirs } = await askBoth({ people }, '{ person { friends { name } } }', {
      people: () => ({ data: { person: { friends: [{ name: 'Ada' }, { name: null }] } } }),
    });

    expect(ours.data).toEqual({ person: { friends: null } });
    expect(ours.errors).toMatchObject([{ path: ['person', 'friends', 1, 'name'] }]);
    expect(theirs.errors).toEqual([]);
  });

  it('writes an ID as text, as the specification asks, also when a subgraph sends a number', async () => {
    const { ours, theirs } = await askBoth({ books }, '{ book { id } }', {
      books: () => ({ data: { book: { id: 7 } } }),
    });

    expect(ours.data).toEqual({ book: { id: '7' } });
    expect(theirs.data).toEqual({ book: { id: 7 } });
  });

  it('finds fields of a fragment on a type inside a fragment on its interface', async () => {
    const shapes =
      'type Query { disc: Disc } interface Shape { area: Int } type Disc implements Shape { area: Int radius: Int }';
    const { ours, theirs } = await askBoth({ shapes }, '{ disc { ... on Shape { area ... on Disc { radius } } } }', {
      shapes: () => ({ data: { disc: { area: 3, radius: 1 } } }),
    });

    expect(ours.data).toEqual({ disc: { area: 3, radius: 1 } });
    expect(theirs.data).toEqual({ disc: { area: 3 } });
  });

  it('orders fields as they are met, conditions decided', async () => {
    const { ours } = await askBoth(
      { books },
      'query ($no: Boolean = false) { book { id @include(if: $no) title id } }',
      {
        books: () => ({ data: { book: { id: '1', title: 'T' } } }),
      },
    );

    expect(JSON.stringify(ours.data)).toBe('{"book":{"title":"T","id":"1"}}');
  });
});
