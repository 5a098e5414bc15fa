import { AsyncResource } from 'node:async_hooks';
import pg from 'pg';
import { inSpan, traceparent } from './span.ts';

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Callback = (error: unknown, ...rest: unknown[]) => void;

const STATEMENT_CHARACTERS_MAX = 300;

/**
 * Makes every statement that is sent inside of a span a span of its own, whoever sends it: our pools, Prisma's adapter, the queue.
 * All of them send through one method of the driver. The text is as it was written, with placeholders. Returns how to stop.
 */
export function watchStatements(): () => void {
  const client = pg.Client.prototype as unknown as { query: Method };
  const pool = pg.Pool.prototype as unknown as { connect: Method };
  const { query } = client;
  const { connect } = pool;
  client.query = function (this: unknown, ...args: unknown[]) {
    const text = textOf(args[0]);
    // What nobody asked for (polls, heartbeats) has no span around it, and needs none of its own.
    if (text === undefined || traceparent() === undefined) return query.apply(this, args);
    const attributes = { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, STATEMENT_CHARACTERS_MAX) };
    const send = (sent: unknown[]) => query.apply(this, sent);
    const span = <T>(work: () => T) => inSpan(`sql ${verbOf(text)}`, { kind: 'client', attributes }, work);
    return typeof args.at(-1) === 'function' ? sendWithCallback(args, { send, span }) : span(() => send(args));
  };
  // A pool hands out a connection from within whatever released it: the work that waited keeps its own span.
  pool.connect = function (this: unknown, ...args: unknown[]) {
    return connect.apply(
      this,
      args.map((arg) => (typeof arg === 'function' ? AsyncResource.bind(arg as Callback) : arg)),
    );
  };
  return () => {
    client.query = query;
    pool.connect = connect;
  };
}

interface Sending {
  send(args: unknown[]): unknown;
  span<T>(work: () => T): T;
}

/** Pools are told by a callback: the span ends when that is called. */
function sendWithCallback(args: readonly unknown[], { send, span }: Sending): unknown {
  const callback = args.at(-1) as Callback;
  let sent: unknown;
  const answered = span(
    () =>
      new Promise<void>((resolve, reject) => {
        const done: Callback = (error, ...rest) => {
          if (error) reject(error instanceof Error ? error : new Error('The statement failed.'));
          else resolve();
          callback(error, ...rest);
        };
        sent = send([...args.slice(0, -1), done]);
      }),
  );
  answered.catch(() => undefined); // The callback was told.
  return sent;
}

function textOf(query: unknown): string | undefined {
  if (typeof query === 'string') return query;
  const text = typeof query === 'object' && query !== null && 'text' in query ? query.text : undefined;
  return typeof text === 'string' ? text : undefined;
}

function verbOf(text: string): string {
  return /^[\s(]*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? 'statement';
}
