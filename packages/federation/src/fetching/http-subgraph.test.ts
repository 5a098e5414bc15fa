import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createHttpSubgraph } from './http-subgraph.ts';
import type { HttpSubgraph, HttpSubgraphOptions } from './http-subgraph.ts';
import { bodyOf } from './subgraph-call.ts';
import type { SubgraphCall } from './subgraph-call.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

type Answer = (
  body: string,
  number: number,
) => { status?: number; text?: string; type?: string; hang?: boolean; cut?: boolean; cutAfter?: boolean };

const opened: { server: Server; subgraph: HttpSubgraph<string> }[] = [];

async function subgraphThat(answer: Answer, options: Partial<HttpSubgraphOptions<string>> = {}) {
  const asked: { body: string; authorization: string | undefined }[] = [];
  /** Requests that were read and whose connection still waits for an answer. */
  const left = { open: 0 };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      left.open += 1;
      response.on('close', () => (left.open -= 1));
      asked.push({ body, authorization: request.headers.authorization });
      const { status = 200, text = '{"data":{}}', type, hang, cut, cutAfter } = answer(body, asked.length);
      if (cut) return request.socket.destroy();
      if (hang && type === undefined) return;
      response.writeHead(status, type ? { 'content-type': type } : {});
      if (cutAfter) response.write(text, () => setImmediate(() => request.socket.destroy()));
      else if (hang) response.write(text);
      else response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  const subgraph = createHttpSubgraph<string>({ url, ...options });
  opened.push({ server, subgraph });
  return { subgraph, asked, left };
}

function call(
  context = 'ada',
  { kind = 'query', signal }: { kind?: string; signal?: AbortSignal } = {},
): SubgraphCall<string> {
  const bodyHead = '{"query":"{ a }","variables":';
  const fetch = { subgraph: 's', query: '{ a }', operationName: undefined, operationKind: kind, bodyHead };
  return { fetch, variables: '{}', context, signal };
}

afterEach(async () => {
  for (const { server, subgraph } of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
    await subgraph.close();
  }
});

describe('a subgraph behind HTTP', () => {
  it('is asked with who asks in the headers, and answers', async () => {
    const headersOf = (person: string) => ['authorization', person];
    const { subgraph, asked } = await subgraphThat(() => ({ text: '{"data":{"a":1}}' }), { headersOf });

    expect(await subgraph.fetch(call())).toEqual({ data: { a: 1 } });
    expect(asked).toEqual([{ body: '{"query":"{ a }","variables":{}}', authorization: 'ada' }]);
  });

  it('is asked again for a query when the connection broke, never for a mutation', async () => {
    const { subgraph, asked } = await subgraphThat((_, number) => ({ cut: number % 2 === 1 }));

    expect(await subgraph.fetch(call())).toEqual({ data: {} });
    expect(asked).toHaveLength(2);
    await expect(subgraph.fetch(call('ada', { kind: 'mutation' }))).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(asked).toHaveLength(3);
  });

  it('has a deadline, and stops when the client is gone', async () => {
    const { subgraph } = await subgraphThat(() => ({ hang: true }), { deadlineMs: 50 });
    const gone = new AbortController();
    const waiting = subgraph.fetch(call('ada', { signal: gone.signal }));
    gone.abort();

    await expect(waiting).rejects.toMatchObject({ code: 'ABORTED' });
    await expect(subgraph.fetch(call())).rejects.toMatchObject({ code: 'DEADLINE' });
  });

  it('is left as soon as nobody waits any more for what was asked together', async () => {
    const extensionsOf = (person: string) => ({ person });
    const { subgraph, left } = await subgraphThat(() => ({ hang: true }), { extensionsOf });
    const [ada, bo] = [new AbortController(), new AbortController()];
    const waiting = [ada, bo].map(({ signal }, index) => subgraph.fetch(call(`person ${index}`, { signal })));
    const ends = waiting.map((one) => one.catch((error: SubgraphFailure) => error.code));
    await expect.poll(() => left.open).toBe(1);

    ada.abort();
    expect(await ends[0]).toBe('ABORTED');
    expect(left.open).toBe(1);
    bo.abort();
    expect(await ends[1]).toBe('ABORTED');
    await expect.poll(() => left.open).toBe(0);
  });

  it('may not answer without end, nor with something that is no GraphQL', async () => {
    const large = await subgraphThat(() => ({ text: `{"data":"${'x'.repeat(5_000)}"}` }), { bytesMax: 1_000 });
    await expect(large.subgraph.fetch(call())).rejects.toMatchObject({ code: 'TOO_LARGE' });

    for (const text of ['<html>', '{}', '[]', 'null']) {
      const { subgraph } = await subgraphThat(() => ({ text }));
      await expect(subgraph.fetch(call())).rejects.toMatchObject({ code: 'NOT_GRAPHQL' });
    }
  });

  it('gets headers made for the very body, anew each time it is sent', async () => {
    let sent = 0;
    const sign = (body: string) => ['authorization', `${(sent += 1)}:${body.length}`];
    const answers = (_: string, number: number) => (number === 1 ? { status: 503 } : {});
    const { subgraph, asked } = await subgraphThat(answers, { sign });
    await subgraph.fetch(call());

    const body = bodyOf(call());
    expect(asked).toEqual([1, 2].map((time) => ({ body, authorization: `${time}:${body.length}` })));
  });

  it('is asked once for what several people ask in one turn, each under their own name', async () => {
    const answers = (body: string) => {
      const entries = JSON.parse(body) as { extensions: { person: string } }[];
      return { text: JSON.stringify(entries.map(({ extensions }) => ({ data: { a: extensions.person } }))) };
    };
    const { subgraph, asked } = await subgraphThat(answers, { extensionsOf: (person) => ({ person }) });
    const people = await Promise.all(['ada', 'bo', 'cy'].map((person) => subgraph.fetch(call(person))));

    expect(people).toEqual([{ data: { a: 'ada' } }, { data: { a: 'bo' } }, { data: { a: 'cy' } }]);
    expect(asked).toHaveLength(1);
  });

  it('keeps what one person asks apart from the others’ fate: a mutation travels alone, an answer that is too large fails alone', async () => {
    const answers = (body: string) => {
      const entries = JSON.parse(body) as { extensions: { person: string } }[];
      const a = ({ extensions: { person } }: (typeof entries)[number]) =>
        person === 'cy' ? 'x'.repeat(2_000) : person;
      return { text: JSON.stringify(entries.map((entry) => ({ data: { a: a(entry) } }))) };
    };
    const extensionsOf = (person: string) => ({ person });
    const { subgraph, asked } = await subgraphThat(answers, { extensionsOf, bytesMax: 1_000 });
    const [ada, bo, cy, di] = await Promise.allSettled([
      subgraph.fetch(call('ada')),
      subgraph.fetch(call('bo', { kind: 'mutation' })),
      subgraph.fetch(call('cy')),
      subgraph.fetch(call('di', { kind: 'mutation' })),
    ]);

    expect([ada, bo, di].map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(cy).toMatchObject({ status: 'rejected', reason: { code: 'TOO_LARGE' } });
    const together = asked.map(({ body }) => (JSON.parse(body) as object[]).length).toSorted();
    expect(together, 'two mutations, two queries together, then each of these alone').toEqual([1, 1, 1, 1, 2]);
  });
});

describe('a subgraph that tells answers apart', () => {
  const LINES = 'application/jsonl';
  const lineOf = (index: number, name: string) => `${JSON.stringify([index, { data: { a: name } }])}\n`;
  const extensionsOf = (person: string) => ({ person });

  it('lets nobody wait for what somebody else asked in the same turn', async () => {
    const answers = () => ({ text: lineOf(1, 'bo'), type: LINES, hang: true });
    const { subgraph, left } = await subgraphThat(answers, { extensionsOf });
    const gone = new AbortController();
    const ada = subgraph.fetch(call('ada', { signal: gone.signal }));

    expect(await subgraph.fetch(call('bo'))).toEqual({ data: { a: 'bo' } });
    gone.abort();
    await expect(ada).rejects.toMatchObject({ code: 'ABORTED' });
    await expect.poll(() => left.open).toBe(0);
  });

  it('is asked again when the connection broke midway; who was answered by then keeps the answer', async () => {
    const answers = (_: string, number: number) =>
      number === 1
        ? { text: lineOf(0, 'ada, first'), type: LINES, cutAfter: true }
        : { text: lineOf(1, 'bo') + lineOf(0, 'ada, again'), type: LINES };
    const { subgraph, asked } = await subgraphThat(answers, { extensionsOf });
    const people = await Promise.all([subgraph.fetch(call('ada')), subgraph.fetch(call('bo'))]);

    expect(people).toEqual([{ data: { a: 'ada, first' } }, { data: { a: 'bo' } }]);
    expect(asked).toHaveLength(2);
  });

  it('fails those alone to whom it told nothing, or nothing that can be read', async () => {
    const text = `${lineOf(2, 'cy')}{"oops\n${lineOf(7, 'nobody')}`;
    const { subgraph } = await subgraphThat(() => ({ text, type: LINES }), { extensionsOf });
    const people = await Promise.allSettled(['ada', 'bo', 'cy'].map((person) => subgraph.fetch(call(person))));

    expect(people).toMatchObject([
      { reason: { code: 'NOT_GRAPHQL' } },
      { reason: { code: 'NOT_GRAPHQL' } },
      { value: { data: { a: 'cy' } } },
    ]);
  });
});

describe('a circuit breaker', () => {
  it('stops asking a subgraph that is gone, tries once after a while, and closes again', async () => {
    let nowMs = 0;
    let isGone = true;
    let calls = 0;
    const breaker = createCircuitBreaker({ failuresMax: 3, openMs: 100, now: () => nowMs });
    const ask = () =>
      breaker.guard(() => {
        calls += 1;
        return isGone ? Promise.reject(new SubgraphFailure('UNREACHABLE', 'gone')) : Promise.resolve('here');
      });
    for (let tries = 0; tries < 10; tries++) await ask().catch(() => undefined);
    expect(calls).toBe(3);

    nowMs = 150;
    await expect(ask()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await expect(ask()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' });
    isGone = false;
    nowMs = 300;
    expect(await ask()).toBe('here');
    expect(await ask()).toBe('here');
  });

  it('does not hold it against a subgraph that a client left', async () => {
    const breaker = createCircuitBreaker({ failuresMax: 1 });
    const left = () => breaker.guard(() => Promise.reject(new SubgraphFailure('ABORTED', 'left')));
    await expect(left()).rejects.toMatchObject({ code: 'ABORTED' });
    await expect(left()).rejects.toMatchObject({ code: 'ABORTED' });
  });
});
