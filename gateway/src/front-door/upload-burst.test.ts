import { readFileSync } from 'node:fs';
import type { Viewer } from '@modu/viewer';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { gatewaySettings } from '../settings.ts';
import { createOperationCosts } from './operation-costs.ts';
import { createRateLimits } from './rate-limits.ts';

const sdl = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
const costs = createOperationCosts(buildSchema(sdl, { assumeValidSDL: true }));
const costOf = (query: string) => costs.of({ query, operationName: undefined, variables: {} });

// As the studio asks.
const REQUEST = `mutation { requestUpload(input: { filename: "a", contentType: "b", sizeBytes: 1, sha256: "c" }) {
  ... on UploadTicket { id url headers { name value } received { number sizeBytes } } } }`;
const COMPLETE = 'mutation { completeUpload(id: "a") { ... on Asset { id status } } }';
const LIST = `{ assets(first: 50) { totalCount pageInfo { hasNextPage endCursor } edges { node {
  id filename preview { state url } } } } }`;

/** More often than the page reads them while files arrive. */
const READS_A_MINUTE = 30;

it('five hundred small files of one person, and the list read beside them, are refused nothing within a minute', async () => {
  const { RATE_COST_PER_MINUTE: viewerPerMinute } = gatewaySettings.parse({});
  const rates = await createRateLimits({ viewerPerMinute, anonymousPerMinute: 1 }, { kind: 'memory' });
  const viewer: Viewer = { kind: 'user', userId: 'sora', role: 'MEMBER', locale: 'ko' };
  let refused = 0;
  const ask = async (query: string) => {
    const spent = await rates.spend({ viewer, address: '10.0.0.1', cost: costOf(query) });
    if (!spent.ok) refused += 1;
  };
  for (let file = 0; file < 500; file++) {
    await ask(REQUEST);
    await ask(COMPLETE);
  }
  for (let read = 0; read < READS_A_MINUTE; read++) await ask(LIST);
  expect(refused).toBe(0);
});
