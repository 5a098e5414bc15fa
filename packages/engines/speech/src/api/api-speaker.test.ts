import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpeechApi, speakerSuite } from '../../testing/index.ts';
import type { SpeechApiServer } from '../../testing/index.ts';
import { apiVoices, createApiSpeaker } from './api-speaker.ts';

let server: SpeechApiServer;
const [voice] = apiVoices(['alloy'], 'of the service');
const signal = new AbortController().signal;

beforeAll(async () => {
  server = await openSpeechApi();
});

afterAll(() => server.stop());

const speaker = (over: object = {}) =>
  createApiSpeaker({ baseUrl: server.baseUrl, apiKey: 'secret', model: 'tts-1', retryAfterMs: 5, ...over });
const order = { text: 'The light bends.', language: 'en', voice: voice!, rate: 1.5, pitch: 1, format: 'WAV' } as const;

speakerSuite({ name: 'a service', voice: voice!, open: () => speaker() });

describe('a service that speaks', () => {
  it('is asked as its contract says, for a piece at a time', async () => {
    server.calls.length = 0;
    await speaker().speak({ ...order, text: 'The light bends. '.repeat(100) }, { signal });

    expect(server.calls.length).toBeGreaterThan(1);
    const [{ path, authorization, contentType, body }] = server.calls as [SpeechApiServer['calls'][number]];
    expect({ path, authorization, contentType }).toEqual({
      ...{ path: '/v1/audio/speech', authorization: 'Bearer secret', contentType: 'application/json' },
    });
    const wish = JSON.parse(body.toString()) as { input: string };
    expect(wish).toMatchObject({ model: 'tts-1', voice: 'alloy', response_format: 'wav', speed: 1.5 });
    expect(wish.input.length).toBeLessThanOrEqual(800);
  });

  it('is asked again when it is busy or away, and not when it refuses', async () => {
    server.calls.length = 0;
    server.failNext(503);
    await speaker().speak(order, { signal });
    server.failNext(429, 0);
    await speaker().speak(order, { signal });
    expect(server.calls).toHaveLength(4);

    server.failNext(400);
    await expect(speaker().speak(order, { signal })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(server.calls).toHaveLength(5);
  });

  it('has a deadline, and a clear end when it never answers', async () => {
    const nobody = speaker({ baseUrl: 'http://127.0.0.1:1/v1' });
    await expect(nobody.speak(order, { signal })).rejects.toMatchObject({ code: 'UNAVAILABLE' });

    server.calls.length = 0;
    server.hangNext();
    await speaker({ timeoutMs: 1_500 }).speak(order, { signal });
    expect(server.calls).toHaveLength(2);
  });
});
