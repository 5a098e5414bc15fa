import { resolve } from 'node:path';
import type { createOperations, FetchSubgraph } from '@modu/federation';
import { execute, parse } from 'graphql';
import type { loadSupergraph } from '../../../gateway/src/execution/supergraph.ts';
import { composeShop, SHOP, SHOP_QUERY, shopSchema } from './shop.ts';
import type { ShopName } from './shop.ts';

// `node tools/bench/gateway/turns.ts OTHER_TREE`: what the executor takes of one request, here and as it stands in another checkout, in turns in
// one process and without sockets: the answers of subgraphs come from memory and are parsed anew. On a machine that others use this tells
// small differences that `npm run bench:gateway` cannot.

const [WARM, ROUNDS, REQUESTS] = [2_000, 40, 150];

interface Contestant {
  readonly tree: string;
  readonly microseconds: number[];
  answer(): Promise<string | undefined>;
}

const ports = Object.fromEntries(SHOP.map((name, index) => [name, 4_000 + index])) as Record<ShopName, number>;
const sdl = composeShop(ports);
const schemas = new Map(SHOP.map((name) => [name as string, shopSchema(name)]));
const remembered = new Map<string, string>();

const fetch: FetchSubgraph<undefined> = async ({ fetch: { subgraph, query, bodyHead }, variables }) => {
  const key = bodyHead + variables;
  let text = remembered.get(key);
  if (text === undefined) {
    const variableValues = JSON.parse(variables) as Record<string, unknown>;
    const answer = await execute({ schema: schemas.get(subgraph)!, document: parse(query), variableValues });
    remembered.set(key, (text = JSON.stringify(answer)));
  }
  return JSON.parse(text) as Awaited<ReturnType<typeof fetch>>;
};

async function load(tree: string): Promise<Contestant> {
  const file = (path: string) => import(resolve(tree, path)) as Promise<unknown>;
  const federation = (await file('packages/federation/src/index.ts')) as { createOperations: typeof createOperations };
  const gateway = (await file('gateway/src/execution/supergraph.ts')) as { loadSupergraph: typeof loadSupergraph };
  const operations = federation.createOperations<undefined>({ ...gateway.loadSupergraph(sdl), fetch });
  const answer = async () => {
    const found = operations.find({ query: SHOP_QUERY });
    if ('refused' in found) throw new Error(JSON.stringify(found.refused));
    return (await found.operation.execute({ variables: {}, context: undefined })).data;
  };
  return { tree, microseconds: [], answer };
}

const contestants = [await load('.'), await load(process.argv[2] ?? '.')];
const answers = await Promise.all(contestants.map(({ answer }) => answer()));
if (answers.some((text) => text !== answers[0])) throw new Error('They give other answers.');
for (const { answer } of contestants) for (let n = 0; n < WARM; n++) await answer();
for (let round = 0; round < ROUNDS; round++) {
  for (const { answer, microseconds } of contestants) {
    const before = process.cpuUsage();
    for (let n = 0; n < REQUESTS; n++) await answer();
    const { user, system } = process.cpuUsage(before);
    microseconds.push((user + system) / REQUESTS);
  }
}
for (const { tree, microseconds } of contestants) {
  const [least = 0, quarter = 0, median = 0] = [0, 0.25, 0.5].map(
    (share) => microseconds.toSorted((a, b) => a - b)[Math.floor(ROUNDS * share)],
  );
  console.log(
    `${tree}: ${least.toFixed(1)} µs of CPU at least, ${quarter.toFixed(1)} at a quarter, ${median.toFixed(1)} the median`,
  );
}
