import { readFileSync } from 'node:fs';
import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { expect, it } from 'vitest';
import { OPERATIONS, readDocuments } from './heaviest-operations.ts';

const schema = buildSchema(readFileSync(new URL('../../gateway/api.graphql', import.meta.url), 'utf8'));
const documents = readDocuments();

it.each(OPERATIONS)('%s is asked for as the studio asks: %s', (_, name, variables) => {
  const document = documents.get(name);
  expect(document).toBeDefined();
  const { variableDefinitions = [] } = getOperationAST(parse(document ?? '')) ?? {};
  const { errors } = getVariableValues(schema, variableDefinitions, variables({ image: 'an-id' }) as never);

  expect(errors).toBeUndefined();
});
