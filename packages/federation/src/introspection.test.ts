import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import { compileOperation, withOwnNames } from './index.ts';

const makeSchema = () =>
  buildSchema('type Query { job(id: ID): Job } type Job { id: ID } type Mutation { end: Job } enum State { ON }');

function compile(query: string, schema = makeSchema()) {
  const document = withOwnNames(parse(query), new Set(['__typename', 'id', 'name']));
  return compileOperation({
    document,
    operation: getOperationAST(document)!,
    plan: undefined,
    schema,
    supergraph: schema,
    fetch: () => Promise.reject(new Error('Nobody is asked.')),
  });
}

async function answer(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { data } = await compile(query).execute({ variables, context: undefined });
  return JSON.parse(data ?? 'null');
}

describe('introspection', () => {
  it('answers all that is asked of one field in several places', async () => {
    const twice =
      '{ __schema { queryType { name } } ...More } fragment More on Query { __schema { mutationType { name } } }';

    expect(await answer(twice)).toEqual({
      __schema: { queryType: { name: 'Query' }, mutationType: { name: 'Mutation' } },
    });
  });

  it('keeps the names that the operation gives, also those that plans use for themselves', async () => {
    const parts = '... on __Type { own__name: name } ...Kind';
    const query = `{ id: __type(name: "Job") { id: name ${parts} } } fragment Kind on __Type { name: kind }`;

    expect(await answer(query)).toEqual({ id: { id: 'Job', own__name: 'Job', name: 'OBJECT' } });
  });

  it('answers each set of variables for itself', async () => {
    const query =
      'query ($name: String!, $more: Boolean = false) { __type(name: $name) { name kind @include(if: $more) } }';

    expect(await answer(query, { name: 'Job' })).toEqual({ __type: { name: 'Job' } });
    expect(await answer(query, { name: 'State', more: true })).toEqual({ __type: { name: 'State', kind: 'ENUM' } });
    expect(await answer(query, { name: 'Nothing' })).toEqual({ __type: null });
  });

  it('reads the schema once for all who ask the same', async () => {
    const schema = makeSchema();
    const reading = vi.spyOn(schema, 'getTypeMap');
    const query = '{ __schema { types { name } } }';
    const one = compile(query, schema);
    const first = await one.execute({ context: undefined });
    reading.mockClear();

    expect(await one.execute({ context: undefined })).toEqual(first);
    expect(await compile(query, schema).execute({ context: undefined })).toEqual(first);
    expect(reading).not.toHaveBeenCalled();
  });
});
