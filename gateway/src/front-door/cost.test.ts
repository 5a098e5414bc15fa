import { readFileSync } from 'node:fs';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { estimateCost } from './cost.ts';

const schema = buildSchema(
  `
  directive @cost(weight: String!) on FIELD_DEFINITION
  directive @listSize(assumedSize: Int, slicingArguments: [String!]) on FIELD_DEFINITION
  type Query { images(first: Int): ImageConnection! image(id: ID!): Image plans: [Plan!]! @listSize(assumedSize: 5) newest(take: Int): [Image!]! @listSize(assumedSize: 50, slicingArguments: ["take"]) report: Report @cost(weight: "40") }
  type Mutation { starImages(ids: [ID!]!): [Image!]! }
  type ImageConnection { totalCount: Int! edges: [ImageEdge!]! }
  type ImageEdge { node: Image! }
  type Image { id: ID! tags: [String!]! boards: [Board!]! }
  type Board { id: ID! images(first: Int): ImageConnection! }
  type Plan { id: ID! }
  type Report { text: String! }
`,
  { assumeValidSDL: true },
);

function costOf(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  return estimateCost({ schema, document, operation: getOperationAST(document)!, variables });
}

describe('the cost of an operation', () => {
  it('is one for each object it may return; scalars and lists of scalars are free', () => {
    expect(costOf('{ image(id: "1") { id tags } }')).toBe(1);
    expect(costOf('{ __typename }')).toBe(1);
  });

  it('multiplies by the size of the page, given as a literal, a variable, or not at all', () => {
    const page = (first: string) => `{ images${first} { edges { node { id } } } }`;
    const perEntry = 3; // the page's share, the edge, the node

    expect(costOf(page('(first: 10)'))).toBe(10 * perEntry);
    expect(costOf(`query($n: Int) ${page('(first: $n)')}`, { n: 50 })).toBe(50 * perEntry);
    expect(costOf(`query($n: Int = 100) ${page('(first: $n)')}`)).toBe(100 * perEntry);
    expect(costOf(`query($n: Int = 100) ${page('(first: $n)')}`, { n: 10 })).toBe(10 * perEntry);
    expect(costOf(page(''))).toBe(20 * perEntry);
  });

  it('never counts a page as larger than subgraphs hand out, nor as smaller than one', () => {
    expect(costOf('{ images(first: 1000000) { totalCount } }')).toBe(100);
    expect(costOf('query($n: Int) { images(first: $n) { totalCount } }', { n: -5 })).toBe(20);
  });

  it('multiplies lists within lists', () => {
    const query = '{ images(first: 10) { edges { node { boards { images(first: 10) { totalCount } } } } } }';

    expect(costOf(query)).toBe(10 * (1 + 1 + (1 + 10 * (1 + 10))));
  });

  it('believes what the schema declares', () => {
    expect(costOf('{ plans { id } }')).toBe(5);
    expect(costOf('{ report { text } }')).toBe(40);
    expect(costOf('{ newest { id } }')).toBe(50);
    expect(costOf('{ newest(take: 7) { id } }')).toBe(7);
  });

  it('counts what the schema holds when it is asked about itself', () => {
    const types = Object.values(schema.getTypeMap());
    const fields = types.flatMap((type) => ('getFields' in type ? Object.values(type.getFields()) : []));
    expect(costOf('{ __schema { types { name } } }')).toBe(1 + types.length);
    const all = '__schema { types { fields { name } } }';
    expect(costOf(`{ ${all} }`)).toBe(1 + types.length + fields.length);
    expect(costOf(`{ a: ${all} b: ${all} }`)).toBe(2 * costOf(`{ ${all} }`));
    expect(costOf('{ __type(name: "Image") { name } }')).toBe(1);
  });

  it('counts a mutation ten times', () => {
    expect(costOf('mutation { starImages(ids: ["1"]) { id } }')).toBe(10 * 10);
  });

  it('looks at fragments that spread each other twice only once each, and at cycles not at all', () => {
    const chain = Array.from({ length: 60 }, (_, i) => `fragment F${i} on Image { ...F${i + 1} ...F${i + 1} }`).join(
      '\n',
    );
    const bomb = `{ image(id: "1") { ...F0 } } ${chain} fragment F60 on Image { boards { id } }`;

    expect(costOf(bomb)).toBeGreaterThan(1e6);
    expect(costOf('{ image(id: "1") { ...A } } fragment A on Image { ...A id }')).toBe(1);
  });
});

describe('the cost that the graph declares', () => {
  const sdl = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
  const supergraph = buildSchema(sdl, { assumeValid: true, assumeValidSDL: true });
  const costIn = (query: string) => {
    const document = parse(query);
    return estimateCost({ schema: supergraph, document, operation: getOperationAST(document)!, variables: {} });
  };

  it('counts for what is dear, and for lists as long as they are', () => {
    expect(costIn('mutation { generateImage(input: { prompt: "a" }) { __typename } }')).toBe(100);
    expect(costIn('{ plans { name } }')).toBe(5);
    expect(costIn('{ jobs(first: 3) { edges { node { id } } } }')).toBe(9);
    expect(costIn('{ jobs { edges { node { id } } } }')).toBe(60);
  });

  it('counts braille that is read back for the work it is: some pages at a time, fifty are too many', () => {
    const pages = (of: string, what = 'backTranslation') =>
      costIn(`{ brailleRendition(id: "1") { pages${of} { edges { node { ${what} } } } } }`);

    expect(pages('(first: 50)')).toBeGreaterThan(5_000);
    expect(pages('(first: 20)', 'a: backTranslation b: backTranslation')).toBeGreaterThan(5_000);
    expect(pages('(first: 20)')).toBeLessThan(5_000);
    expect(pages('')).toBe(pages('(first: 5)'));
    expect(costIn('{ brailleRendition(id: "1") { page(number: 1) { backTranslation } } }')).toBeLessThan(250);
  });
});
