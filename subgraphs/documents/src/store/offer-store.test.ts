import type { Voice } from '@modu/engine-speech';
import { createId } from '@modu/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReadingRoom } from '../../testing/index.ts';
import type { ReadingRoom } from '../../testing/index.ts';
import { createOfferStore } from './offer-store.ts';

let room: ReadingRoom;

beforeAll(async () => {
  room = await openReadingRoom({ worker: false });
});

afterAll(() => room.stop());

const voice = (id: string, engine = 'ONNX') => ({
  ...{ id, engine, name: id, licence: 'MIT', language: 'ko', hasPitch: false, tellsWords: true },
});

it('a voice of an engine that only a later version knows takes no other voice away', async () => {
  const offers = createOfferStore(room.pool);
  await offers.tell(createId(), { voices: [voice('onnx:ada') as Voice], transcribers: [] });
  const transcriber = { id: 'seashell:1', name: 'Seashell', licence: 'MIT', languages: null, engine: 'SEASHELL' };
  await room.pool.query('INSERT INTO engine_offer (worker_id, voices, transcribers) VALUES ($1, $2, $3)', [
    createId(),
    JSON.stringify([voice('choir:1', 'CHOIR'), voice('onnx:bo')]),
    JSON.stringify([transcriber]),
  ]);

  const { voices, transcribers } = await offers.current();
  const ids = voices.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['onnx:ada', 'onnx:bo']));
  expect(ids).not.toContain('choir:1');
  expect(transcribers.map(({ id }) => id)).not.toContain('seashell:1');
});
