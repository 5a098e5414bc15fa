import { readFileSync } from 'node:fs';
import { createOperations } from '@modu/federation';
import type { Operations } from '@modu/federation';
import { getNamedType, isAbstractType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSupergraph } from '../execution/supergraph.ts';
import { limitRules, TOKENS_MAX } from './limits.ts';

const CPU_MS_MAX = 50;

let schema: GraphQLSchema;
let operations: Operations<never>;
let unique = 0;

beforeAll(() => {
  const loaded = loadSupergraph(readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8'));
  schema = loaded.schema;
  const fetch = () => Promise.resolve({ data: null });
  operations = createOperations<never>({ ...loaded, fetch, rules: limitRules, tokensMax: TOKENS_MAX });
  for (let times = 0; times < 20; times++) prepare(largest(40));
});

/** Reads, checks, plans and compiles a document that was never seen; the CPU time of this thread. */
function prepare(query: string): { readonly cpuMs: number; readonly refused: boolean } {
  const before = process.threadCpuUsage();
  const found = operations.find({ query: `${query} # ${unique++}` });
  const { user, system } = process.threadCpuUsage(before);
  return { cpuMs: (user + system) / 1_000, refused: 'refused' in found };
}

/** The least of a few: what the work itself takes, without what else the machine does. */
function leastCpuMs(query: string): number {
  return Math.min(...Array.from({ length: 5 }, () => prepare(query).cpuMs));
}

/** A document with every field that the graph has, level by level, until it has this many. */
function largest(fieldsMax: number, depthMax = 12): string {
  let left = fieldsMax;
  const select = (type: GraphQLNamedType | undefined, depth: number): string => {
    if (isAbstractType(type)) {
      // One member in full: fields of one name that differ in type between members would be no valid document.
      const [first, ...others] = schema.getPossibleTypes(type);
      const spreads = others.map(({ name }) => `... on ${name} { __typename }`);
      return `{ __typename ... on ${first?.name} ${select(first, depth)} ${spreads.join(' ')} }`;
    }
    const chosen: string[] = ['__typename'];
    for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
      const named = getNamedType(field.type);
      if (left <= 0 || field.args.some(isRequiredArgument)) continue;
      if (isLeafType(named)) chosen.push(field.name);
      else if (depth < depthMax) chosen.push(`${field.name} ${select(named, depth + 1)}`);
      left -= 1;
    }
    return `{ ${chosen.join(' ')} }`;
  };
  return `query Largest ${select(schema.getQueryType() ?? undefined, 1)}`;
}

const names = (count: number) => Array.from({ length: count }, (_one, index) => `n${index}`);

const ATTACKS: Readonly<Record<string, string>> = {
  'a recursion 120 levels deep': `{ jobs { edges { node ${'{ parent '.repeat(120)} { id } ${'} '.repeat(120)} } } }`,
  'two thousand aliases': `{ ${names(2_000)
    .map((name) => `${name}: queue { depth }`)
    .join(' ')} }`,
  'one field nine hundred times': `{ ${'queue { depth } '.repeat(400)} }`,
  'fragments that double': `{ ...n0 } ${names(60)
    .map(
      (name, index) =>
        `fragment ${name} on Query { ${index < 59 ? `...n${index + 1} ...n${index + 1}` : 'queue { depth }'} }`,
    )
    .join(' ')}`,
  'fragments in a circle': `{ ...n0 } ${names(30)
    .map((name, index) => `fragment ${name} on Query { ...n${(index + 1) % 30} }`)
    .join(' ')}`,
  'three hundred fragments that are alike': `{ ${names(250)
    .map((name) => `...${name}`)
    .join(' ')} } ${names(250)
    .map((name) => `fragment ${name} on Query { queue { depth } }`)
    .join(' ')}`,
  'a thousand directives': `query ($x: Boolean = true) { queue ${'@include(if: $x) '.repeat(300)} { depth } }`,
};

describe('a document made to be much work', () => {
  it.each(Object.entries(ATTACKS))(`as %s is refused within ${CPU_MS_MAX} ms of CPU`, (_name, query) => {
    expect(prepare(query).refused).toBe(true);
    expect(leastCpuMs(query)).toBeLessThanOrEqual(CPU_MS_MAX);
  });

  it(`as large as the limits allow is planned within ${CPU_MS_MAX} ms of CPU`, () => {
    const query = largest(330);

    expect(prepare(query).refused).toBe(false);
    expect(leastCpuMs(query)).toBeLessThanOrEqual(CPU_MS_MAX);
  });

  it('beyond the limits is refused', () => {
    expect(prepare(largest(5_000)).refused).toBe(true);
  });
});
