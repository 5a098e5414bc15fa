import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toWav } from '../src/sound/wav.ts';

/** What a client asked. */
export interface SpeechCall {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly contentType: string;
  readonly body: Buffer;
}

/** A server on loopback that follows OpenAI's published contract of audio: speech and transcriptions. */
export interface SpeechApiServer {
  readonly baseUrl: string;
  readonly calls: SpeechCall[];
  /** The next call is answered with this status, and perhaps when to come back. */
  failNext(status: number, retryAfterSeconds?: number): void;
  /** The next call is never answered. */
  hangNext(): void;
  /** What the next transcriptions answer. */
  hear(transcription: object): void;
  stop(): Promise<void>;
}

const RATE = 24_000;

/** A tone for each word, with silence between them, quicker by `speed`. */
function tones({ input, speed = 1 }: { input: string; speed?: number }): Buffer {
  const words = input.match(/\S+/gu) ?? [];
  const word = Math.round((RATE * 0.25) / speed);
  const samples = new Int16Array(words.length * Math.round(word * 1.2));
  words.forEach((_, at) => {
    for (let n = 0; n < word; n++)
      samples[at * Math.round(word * 1.2) + n] = Math.round(8_000 * Math.sin((n / RATE) * 2 * Math.PI * 220));
  });
  return Buffer.from(toWav({ samples, sampleRate: RATE }));
}

export async function openSpeechApi(): Promise<SpeechApiServer> {
  const calls: SpeechCall[] = [];
  let next: { status: number; retryAfterSeconds?: number | undefined } | 'hang' | undefined;
  let heard: object = { text: '' };
  const answer = (call: SpeechCall, response: ServerResponse) => {
    const trouble = next;
    next = undefined;
    if (trouble === 'hang') return;
    if (trouble) {
      const after = trouble.retryAfterSeconds;
      response.writeHead(trouble.status, after === undefined ? {} : { 'retry-after': String(after) });
      return void response.end(JSON.stringify({ error: { message: 'no', type: 'error' } }));
    }
    if (call.path === '/v1/audio/transcriptions') return void response.end(JSON.stringify(heard));
    const wish = JSON.parse(call.body.toString()) as { input: string; speed?: number; response_format: string };
    if (wish.response_format !== 'wav') return void response.writeHead(400).end();
    response.writeHead(200, { 'content-type': 'audio/wav' }).end(tones(wish));
  };
  const server = createServer((request: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { authorization, 'content-type': contentType = '' } = request.headers;
      const call = { path: request.url ?? '', authorization, contentType, body: Buffer.concat(parts) };
      calls.push(call);
      answer(call, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    failNext: (status, retryAfterSeconds) => (next = { status, retryAfterSeconds }),
    hangNext: () => (next = 'hang'),
    hear: (transcription) => (heard = transcription),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
