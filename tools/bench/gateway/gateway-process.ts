import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createHttpSubgraph, createOperations } from '@modu/federation';
import type { FetchSubgraph } from '@modu/federation';
import { compileOperation, resolveEntitiesAtOnce } from '@modu/subgraph';
import type { RunOperation } from '@modu/subgraph';
import { parse } from 'graphql';
import { loadSupergraph } from '../../../gateway/src/execution/supergraph.ts';
import { SHOP, shopSchema } from './shop.ts';

// One gateway under test: `apollo`, or ours over HTTP, batched, or with the subgraphs in its own process.

const [variant = 'http', file = '', ...addresses] = process.argv.slice(2);
const sdl = readFileSync(file, 'utf8');
const urls = Object.fromEntries(SHOP.map((name, index) => [name, new URL(addresses[index] ?? '')]));

function overHttp(isBatched: boolean): FetchSubgraph<undefined> {
  const extensionsOf = isBatched ? { extensionsOf: () => ({ identity: 'bench' }) } : {};
  const subgraphs = new Map(
    Object.entries(urls).map(([name, url]) => [name, createHttpSubgraph<undefined>({ url, ...extensionsOf })]),
  );
  return (call) => subgraphs.get(call.fetch.subgraph)!.fetch(call);
}

function inProcess(): FetchSubgraph<undefined> {
  const schemas = new Map(SHOP.map((name) => [name as string, shopSchema(name)]));
  for (const schema of schemas.values()) resolveEntitiesAtOnce(schema);
  const compiled = new Map<string, RunOperation>();
  const compile = (subgraph: string, query: string) =>
    compileOperation(schemas.get(subgraph)!, parse(query, { noLocation: true }));
  return async ({ fetch: { subgraph, query }, variables }) => {
    const run = compiled.get(query) ?? compiled.set(query, compile(subgraph, query)).get(query)!;
    return run({ context: undefined, variables: JSON.parse(variables) as Record<string, unknown> }) as never;
  };
}

async function startOurs(): Promise<number> {
  const fetch = variant === 'in-process' ? inProcess() : overHttp(variant === 'batched');
  const operations = createOperations<undefined>({ ...loadSupergraph(sdl), fetch });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on(
      'end',
      () =>
        void answer(Buffer.concat(chunks).toString()).then((text) => {
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
          response.end(text);
        }),
    );
  });
  const answer = async (body: string): Promise<string> => {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const found = operations.find({ query });
    if ('refused' in found) return JSON.stringify({ errors: found.refused });
    const { data, errors } = await found.operation.execute({ variables, context: undefined });
    return errors.length > 0 ? `{"errors":${JSON.stringify(errors)},"data":${data}}` : `{"data":${data}}`;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function startApollo(): Promise<number> {
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: sdl }) });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return Number(new URL(url).port);
}

process.send?.(await (variant === 'apollo' ? startApollo() : startOurs()));
