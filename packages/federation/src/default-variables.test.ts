import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { compileOperation } from './index.ts';
import type { FetchNode } from './index.ts';

const schema = buildSchema('type Query { images(starred: Boolean): Int }');
const query = 'query ($starred: Boolean = true) { images(starred: $starred) }';

it('a variable that is left out has its default, one that is given as null stays null', async () => {
  const document = parse(query);
  const sent: unknown[] = [];
  const plan: FetchNode = {
    kind: 'Fetch',
    serviceName: 'gallery',
    operation: query,
    operationKind: 'query' as never,
    operationName: undefined,
    variableUsages: ['starred'],
  };
  const compiled = compileOperation({
    document,
    operation: getOperationAST(document)!,
    plan,
    schema,
    supergraph: schema,
    fetch: ({ variables }) => (sent.push(JSON.parse(variables)), Promise.resolve({ data: { images: 1 } })),
  });
  for (const variables of [{}, { starred: null }, { starred: false }])
    await compiled.execute({ variables, context: 0 });

  expect(sent).toEqual([{ starred: true }, { starred: null }, { starred: false }]);
});
