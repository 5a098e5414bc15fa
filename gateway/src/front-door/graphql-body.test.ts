import { expect, it } from 'vitest';
import { parseGraphqlBody } from './graphql-body.ts';

const query = 'query History($from: DateTime) { creditHistory(from: $from) { totalCount } }';
const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

it('variables nested deeper than any input is are no request: who writes them again as text would run out of stack', () => {
  expect(parseGraphqlBody({ query, variables: { from: nested(50) } })).toBeDefined();
  expect(parseGraphqlBody({ query, variables: { from: { to: [nested(80)] } } })).toBeUndefined();
  expect(parseGraphqlBody({ query, variables: { from: nested(40_000) } })).toBeUndefined();
});
