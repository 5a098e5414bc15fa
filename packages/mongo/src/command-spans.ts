import { inSpan, isTracing, traceparent } from '@modu/tracing';
import type { MongoClient } from 'mongodb';

/** More commands than one pool ever has under way. */
const UNDER_WAY_MAX = 1_000;

/** Makes every command that is sent inside of a span a span of its own, while this process traces; never with what was asked for. */
export function watchCommands(client: MongoClient): void {
  if (!isTracing()) return;
  const underWay = new Map<number, (failure?: Error) => void>();
  client.on('commandStarted', ({ requestId, commandName, databaseName }) => {
    // What nobody asked for (heartbeats, sweeps) has no span around it, and needs none of its own.
    if (traceparent() === undefined || underWay.size >= UNDER_WAY_MAX) return;
    const attributes = { 'db.system.name': 'mongodb', 'db.namespace': databaseName };
    const answered = inSpan(`mongo ${commandName}`, { kind: 'client', attributes }, () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      underWay.set(requestId, (failure) => (failure ? reject(failure) : resolve()));
      return promise;
    });
    answered.catch(() => undefined); // Whoever asked was told.
  });
  const end = (requestId: number, failure?: Error) => {
    underWay.get(requestId)?.(failure);
    underWay.delete(requestId);
  };
  client.on('commandSucceeded', ({ requestId }) => end(requestId));
  client.on('commandFailed', ({ requestId, failure }) => end(requestId, failure));
}
