import { createId } from '@modu/ids';
import { JOB_PROGRESS, person } from '@modu/jobs/testing';
import type { GraphAnswer } from '@modu/jobs/testing';
import { documentIdOf } from '../src/tasks/run-read-job.ts';
import { READ_DOCUMENT } from './queries.ts';
import type { ReadingRoom } from './reading-room.ts';

/** The one thing that was asked for. @throws when the graph answers with errors. */
export const only = <Answer = Record<string, unknown>>({ data, errors }: GraphAnswer): Answer => {
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as Answer;
};

/** A person whom nobody knows yet. */
export const someone = (): string => `person-${createId()}`;

/** What people do in a room: the one that `usual` tells, unless another is named. */
export function askRoom(usual: () => ReadingRoom) {
  const ask = async <Answer = Record<string, unknown>>(
    query: string,
    variables: object,
    userId: string,
    at: ReadingRoom = usual(),
  ) =>
    only<Answer>(await at.ask({ subgraph: 'documents', query, variables: { ...variables }, viewer: person(userId) }));

  /** All that is told of a job until it ends. */
  const watch = async <Seen>(id: unknown, userId: string, at: ReadingRoom = usual()): Promise<Seen[]> => {
    const seen: Seen[] = [];
    const watched = { query: JOB_PROGRESS, variables: { id: String(id) }, viewer: person(userId) };
    for await (const event of await at.watch(watched)) seen.push(only<Seen>(event));
    return seen;
  };

  const endOf = async (id: unknown, userId: string, at: ReadingRoom = usual()) =>
    (await watch<Record<string, unknown>>(id, userId, at)).at(-1) ?? {};

  /** Orders something and waits for its end. @returns the job. */
  const run = async (query: string, input: object, userId: string, at: ReadingRoom = usual()): Promise<string> => {
    const { id } = await ask(query, { input }, userId, at);
    await endOf(id, userId, at);
    return String(id);
  };

  const keep = (userId: string, content: string, at: ReadingRoom = usual()): string =>
    at.assets.keep(userId, { bytes: Buffer.from(content), contentType: 'text/plain', filename: 'light.md' });

  /** A document that this person has had read. */
  const readOf = async (userId: string, content: string, at: ReadingRoom = usual()): Promise<string> =>
    documentIdOf(await run(READ_DOCUMENT, { assetId: keep(userId, content, at) }, userId, at));

  return { ask, watch, endOf, run, keep, readOf };
}
