import { readdirSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createRandom } from '@modu/federation/testing/random';
import { execute, parse, validate } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomOperation } from '../../testing/random-operation.ts';
import { giveValues } from '../../testing/random-values.ts';
import { readContract } from '../contract.ts';
import { compileOperation } from './compile-operation.ts';

const CASES = Number(process.env['EXECUTION_CASES'] ?? 150);
const SUBGRAPHS = new URL('../../../../subgraphs/', import.meta.url);

const schemaOf = (name: string): GraphQLSchema => {
  const schema = buildSubgraphSchema([{ typeDefs: readContract(new URL(`${name}/schema.graphql`, SUBGRAPHS)) }]);
  giveValues(schema);
  return schema;
};

/**
 * An answer as a client gets it. Of several failures that make the same object null, side by side, which one is told in time depends on
 * turns of the event loop: there only what became null is compared.
 */
function toTold({ data, errors = [] }: ExecutionResult) {
  const told = errors.map(({ message: whole, path = [] }) => {
    // What the value was instead is ours to know.
    const message = whole.replace(/ but got: .*\.$/s, '.');
    let at: unknown = data;
    const reached = path.findIndex((key) => (at = (at as Record<string, unknown> | null | undefined)?.[key]) == null);
    const depth = data ? reached + 1 : 0;
    return JSON.stringify(depth === path.length ? [message, path] : path.slice(0, depth));
  });
  return { data: JSON.stringify(data), failed: [...new Set(told)].toSorted() };
}

// graphql-js leaves promises behind that fail unheard when a list fails at once beside them; ours must not.
const heard = process.listeners('unhandledRejection');
let unheard = 0;
const count = () => void (unheard += 1);
beforeAll(() => process.removeAllListeners('unhandledRejection').on('unhandledRejection', count));
afterAll(() => {
  process.off('unhandledRejection', count);
  for (const listener of heard) process.on('unhandledRejection', listener);
});

describe.each(readdirSync(SUBGRAPHS))('compiled operations of %s', (name) => {
  it('are answered as graphql-js answers them', async () => {
    const schema = schemaOf(name);
    let failing = 0;
    let valid = 0;
    for (let seed = 0; valid < CASES; seed++) {
      const { query, variables } = randomOperation(schema, createRandom(seed));
      const document: DocumentNode = parse(query, { noLocation: true });
      if (validate(schema, document).length > 0) continue;
      valid += 1;
      const run = compileOperation(schema, document);
      const contextValue = { seed };
      const expected = toTold(await execute({ schema, document, contextValue, variableValues: variables }));
      if (expected.failed.length > 0) failing += 1;
      await setImmediate();
      unheard = 0;
      // Twice: what the first run compiled or remembered must not show in the second.
      for (const time of [1, 2]) {
        const got = toTold(await run({ context: contextValue, variables }));
        expect({ seed, time, query, ...got }).toEqual({ seed, time, query, ...expected });
      }
      await setImmediate();
      expect([seed, unheard]).toEqual([seed, 0]);
    }
    expect(failing).toBeGreaterThan(CASES / 20);
    expect(failing).toBeLessThan(CASES * 0.95);
  });
});
