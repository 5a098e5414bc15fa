import { CANCEL_JOB, JOB, person } from '@modu/jobs/testing';
import { createId } from '@modu/ids';
import { GraphCallError } from '@modu/network';
import { putBytes } from '@modu/paid-work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askRoom,
  BRAILLE_DOCUMENT,
  CORRECT_BLOCK,
  only,
  openReadingRoom,
  QUOTE_BRAILLE,
  someone,
} from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { clientsOf, runByHand } from '../testing/run-by-hand.ts';
import { JOB_KINDS } from './contracts.ts';
import { createCellsStore } from './store/cells-store.ts';
import { createBrailleMaker } from './tasks/braille-maker.ts';
import type { BrailleMaker } from './tasks/braille-maker.ts';
import { createRunBrailleJob, renditionIdOf } from './tasks/run-braille-job.ts';
import type { BrailleRunTools } from './tasks/run-braille-job.ts';

let room: ReadingRoom;
beforeAll(async () => {
  // Nobody runs the jobs: a test holds each run in its hands.
  room = await openReadingRoom({ worker: false });
});
afterAll(() => room.stop());

const { ask } = askRoom(() => room);
const BLOCKS = 5;
const WHOLE = 3;
const TEXT = '빛은 곧게 나아간다. '.repeat(950);

/** A document of five blocks and 57 000 characters that was read and paid for: three credits of braille. */
async function documentOf(ownerId: string): Promise<string> {
  const id = createId();
  const head = { format: 'TEXT', title: '빛', language: 'ko', pageCount: null, partCount: 1 } as const;
  await room.documents.begin({ ...head, id, ownerId, assetId: 'a', jobId: createId() });
  const blocks = Array.from(
    { length: BLOCKS },
    () => ({ kind: 'PARAGRAPH', text: TEXT, spans: [], page: null }) as const,
  );
  await room.documents.keepParts(id, [{ number: 1, blocks }]);
  await room.documents.finish(id);
  return id;
}

/** A person with a document, and what they do with it. */
async function reader() {
  const userId = someone();
  const documentId = await documentOf(userId);
  const versions = new Map<number, number>();
  const correct = async (number: number, change: object) => {
    const expectedVersion = versions.get(number) ?? 0;
    const input = { blockId: `${documentId}:${number}`, expectedVersion, ...change };
    expect(await ask(CORRECT_BLOCK, { input }, userId)).toMatchObject({ __typename: 'CorrectedDocument' });
    versions.set(number, expectedVersion + 1);
  };
  const leaveOut = async (numbers: readonly number[], isLeftOut: boolean) => {
    for (const number of numbers) await correct(number, { isLeftOut });
  };
  const input = { documentId };
  return {
    ...{ userId, documentId, correct, leaveOut },
    quote: async () => (await ask<{ credits: number }>(QUOTE_BRAILLE, { input }, userId)).credits,
    order: async () => String((await ask(BRAILLE_DOCUMENT, { input }, userId)).id),
    endOf: async (id: string) =>
      only(await room.ask({ query: JOB, variables: { id }, viewer: person(userId) })) as { status: string },
    cancel: (id: string) => room.ask({ query: CANCEL_JOB, variables: { id }, viewer: person(userId) }),
    rendition: async (jobId: string) => (await room.renditions.find([renditionIdOf(jobId)], userId))[0],
  };
}

/** A run of a job as its worker does it, perhaps with something in the way. */
const run = (jobId: string, tools: Partial<BrailleRunTools> = {}, attempt = 1) =>
  runByHand(room, {
    ...{ kind: JOB_KINDS.BRAILLE, jobId, attempt },
    run: createRunBrailleJob({
      ...{ clients: clientsOf(room), documents: room.documents, renditions: room.renditions },
      ...{ cells: createCellsStore(room.pool), maker: createBrailleMaker(), put: putBytes },
      ...{ progressOf: () => () => undefined, logger: room.platform.logger },
      ...tools,
    }),
  });

/** Brailles as always, but before and after each layout somebody is at the document. */
function makerWhile(hands: {
  before?(round: number): Promise<void>;
  after?(round: number): Promise<void>;
}): BrailleMaker {
  const maker = createBrailleMaker();
  let round = 0;
  return {
    ...maker,
    make: async (order, watcher) => {
      round += 1;
      await hands.before?.(round);
      await maker.make(order, watcher);
      await hands.after?.(round);
    },
  };
}

const GREW = { status: 'FAILED', error: { code: 'DOCUMENT_GREW' } };
const MOST = [2, 3, 4, 5];

describe('braille of a document that has become more than was quoted for', { timeout: 90_000 }, () => {
  it('ends with the credits back, when blocks that were left out are taken in again while the job waits', async () => {
    const { quote, order, leaveOut, endOf, rendition } = await reader();
    expect(await quote()).toBe(WHOLE);
    await leaveOut(MOST, true);
    expect(await quote()).toBe(1);
    const jobId = await order();
    await leaveOut(MOST, false);

    expect(await run(jobId)).toBeUndefined();

    expect(await endOf(jobId)).toMatchObject(GREW);
    expect([await rendition(jobId), await quote(), room.billing.chargesOf(jobId)]).toEqual([undefined, WHOLE, 0]);
  });

  it('and when they are there for no longer than their pages are laid out, in the last round', async () => {
    const { order, leaveOut, endOf, rendition } = await reader();
    await leaveOut(MOST, true);
    const jobId = await order();
    const maker = makerWhile({
      // The first rounds are begun again for a trifle.
      before: (round) => (round < 3 ? Promise.resolve() : leaveOut(MOST, false)),
      after: async (round) => (round < 3 ? leaveOut([2], round === 2) : leaveOut(MOST, true)),
    });

    expect(await run(jobId, { maker })).toBeUndefined();

    expect(await endOf(jobId)).toMatchObject(GREW);
    expect(await rendition(jobId)).toBeUndefined();
  });

  it('and when corrections make it longer; what one credit bears is borne', async () => {
    const { quote, order, leaveOut, correct, endOf } = await reader();
    await leaveOut([3, 4, 5], true);
    for (const number of [1, 2]) await correct(number, { text: '빛' });
    expect(await quote()).toBe(1);
    const [borne, beyond] = [await order(), await order()];
    for (const number of [1, 2]) await correct(number, { text: TEXT });
    expect(await quote()).toBe(2);
    await leaveOut([3, 4], false);
    expect(await run(beyond)).toBeUndefined();
    expect(await endOf(beyond)).toMatchObject(GREW);

    await leaveOut([3, 4], true);
    expect(await run(borne)).toBeUndefined();
    expect(await endOf(borne)).toMatchObject({ status: 'COMPLETED', chargedCredits: 1 });
  });

  it('but not when the engine has a newer edition than when it was quoted: that is not its owner’s doing', async () => {
    const { documentId, quote, order, endOf } = await reader();
    expect(await run(await order())).toBeUndefined();
    expect(await quote()).toBe(1);
    const jobId = await order();
    await room.pool.query(`UPDATE block_cells SET edition = 'an earlier one' WHERE document_id = $1`, [documentId]);

    expect(await run(jobId)).toBeUndefined();

    expect(await endOf(jobId)).toMatchObject({ status: 'COMPLETED', chargedCredits: 1 });
  });
});

describe('cells of a document', { timeout: 90_000 }, () => {
  const noBilling = () => Promise.reject(new GraphCallError('billing', ['UNREACHABLE'], 'did not answer'));
  const brokenBilling = () => Promise.reject(new GraphCallError('billing', ['INTERNAL'], 'Something went wrong'));
  const withSettling = (settleHold: ReturnType<typeof clientsOf>['billing']['settleHold']) => {
    const clients = clientsOf(room);
    return { clients: { ...clients, billing: { ...clients.billing, settleHold } } };
  };

  it('are paid for when the money has moved, not when their pages are ready', async () => {
    const { quote, order, rendition, endOf } = await reader();
    const jobId = await order();

    // Given a run whose pages are ready when billing goes away
    expect(await run(jobId, withSettling(noBilling))).toMatchObject({ name: 'TaskRetryError', counts: false });
    expect(await rendition(jobId)).toMatchObject({ state: 'READY' });
    // Then the next order has its whole price
    expect(await quote()).toBe(WHOLE);

    // When the run goes on, however often billing was away, and is paid
    expect(await run(jobId)).toBeUndefined();
    expect(await endOf(jobId)).toMatchObject({ status: 'COMPLETED', chargedCredits: WHOLE });
    expect(await quote()).toBe(1);
  });

  it('are waited for while billing is away only: what it answers with an error uses up runs, so that it ends', async () => {
    const { quote, order } = await reader();
    const jobId = await order();

    expect(await run(jobId, withSettling(brokenBilling))).toMatchObject({ name: 'TaskRetryError', counts: true });

    expect(await quote()).toBe(WHOLE);
  });

  it('are not when nothing could be charged: the hold had lapsed and the credits were gone', async () => {
    const { quote, order, endOf, userId } = await reader();
    const jobId = await order();
    const poor = withSettling((settlement) => {
      room.billing.lapse(jobId);
      room.billing.setAvailable(userId, 0);
      return clientsOf(room).billing.settleHold(settlement);
    });

    expect(await run(jobId, poor)).toBeUndefined();

    expect(await endOf(jobId)).toMatchObject({ status: 'COMPLETED', chargedCredits: 0 });
    expect(await quote()).toBe(WHOLE);
  });

  it('are as far as the pages show them: what a canceled job has made meanwhile of corrected blocks is not', async () => {
    const { quote, order, correct, cancel, endOf } = await reader();
    const [paid, canceled] = [await order(), await order()];
    // Given a job whose pages are ready; before it is paid every block is corrected, and another job has made cells of all that.
    const slow = withSettling(async (settlement) => {
      for (const number of [1, ...MOST]) await correct(number, { text: TEXT.replaceAll('빛', '그림자') });
      const keepFiles: BrailleRunTools['renditions']['keepFiles'] = async (...files) => {
        await room.renditions.keepFiles(...files);
        await cancel(canceled);
      };
      await run(canceled, { renditions: { ...room.renditions, keepFiles } });
      return clientsOf(room).billing.settleHold(settlement);
    });

    expect(await run(paid, slow)).toBeUndefined();

    expect([await endOf(paid), await endOf(canceled)]).toMatchObject([{ status: 'COMPLETED' }, { status: 'CANCELED' }]);
    expect(await quote()).toBeGreaterThanOrEqual(WHOLE);
  });
});
