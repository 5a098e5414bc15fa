import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { SHOP, shopSchema } from './shop.ts';

// The subgraphs of the shop. What was asked once is answered again from memory, so that the gateway is what is measured.

async function answerOne(
  schema: GraphQLSchema,
  { query, variables }: { query: string; variables?: Record<string, unknown> },
) {
  return execute({ schema, document: parse(query), variableValues: variables ?? {} });
}

async function start(schema: GraphQLSchema): Promise<number> {
  const remembered = new Map<string, string>();
  const entry = async (text: string): Promise<string> => {
    let answer = remembered.get(text);
    if (!answer) remembered.set(text, (answer = JSON.stringify(await answerOne(schema, JSON.parse(text) as never))));
    return answer;
  };
  const answer = async (body: string): Promise<string> => {
    if (!body.startsWith('[')) return entry(body);
    let whole = remembered.get(body);
    if (!whole) {
      const parts = (JSON.parse(body) as object[]).map((part) => entry(JSON.stringify(part)));
      whole = `[${(await Promise.all(parts)).join(',')}]`;
      if (remembered.size < 10_000) remembered.set(body, whole);
    }
    return whole;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void answer(Buffer.concat(chunks).toString()).then((text) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
        response.end(text);
      });
    });
  });
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const ports = await Promise.all(SHOP.map((name) => start(shopSchema(name))));
process.send?.(Object.fromEntries(SHOP.map((name, index) => [name, ports[index]])));
