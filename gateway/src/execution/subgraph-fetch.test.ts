import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNetwork } from '@modu/network';
import { ANONYMOUS, createIdentityTokens } from '@modu/viewer';
import { expect, it } from 'vitest';
import { INTERNAL_SECRET } from '../../testing/issuer.ts';
import { createSubgraphFetching } from './subgraph-fetch.ts';

it('a subgraph elsewhere that does not answer is left when the deadline of what was asked is over, though its stream goes on', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const network = createNetwork({ routes: { jobs: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` } });
  const fetching = createSubgraphFetching({ network, identity: createIdentityTokens(INTERNAL_SECRET) });
  const [deadline, stream] = [new AbortController(), new AbortController()];
  const asked = fetching.fetch({
    fetch: {
      subgraph: 'jobs',
      query: '{ queue { depth } }',
      operationName: undefined,
      operationKind: 'query',
      bodyHead: '{"query":"{ queue { depth } }","variables":',
    },
    variables: '{}',
    context: { viewer: ANONYMOUS, traceId: 't1', signal: deadline.signal },
    signal: stream.signal,
  });
  const answered = expect(asked).rejects.toBeDefined();
  await once(silent, 'request');
  deadline.abort();
  await answered;

  silent.closeAllConnections();
  silent.close();
  await fetching.close();
  await network.close();
});
