import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createCompression } from './compress.ts';

const long = JSON.stringify({
  data: Array.from({ length: 500 }, (_one, id) => ({ id, prompt: '감나무 a persimmon tree' })),
});
const asking = (accept?: string) =>
  new Request('http://gateway/graphql', { headers: accept === undefined ? {} : { 'accept-encoding': accept } });
const encode = (accept: string | undefined, text = long) => createCompression().encode(asking(accept), text);

describe('an answer', () => {
  it('is sent smaller, in the way that its client takes best', async () => {
    const brotli = await encode('gzip, deflate, br');
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(brotliDecompressSync(brotli.body as Uint8Array).toString()).toBe(long);
    expect(brotli.body.length).toBeLessThan(long.length / 4);

    const zipped = await encode('gzip');
    expect(gunzipSync(zipped.body as Uint8Array).toString()).toBe(long);
  });

  it('is sent as it is to who does not take it, and when it is short', async () => {
    for (const accept of [undefined, '', 'identity', 'br;q=0, gzip;q=0.0']) {
      expect((await encode(accept)).body).toBe(long);
    }
    const short = await encode('br', '{"data":{}}');
    expect(short.body).toBe('{"data":{}}');
    expect(short.headers).not.toHaveProperty('content-encoding');
  });

  it('does not wait for others to be made smaller: it goes out as it is', async () => {
    const compression = createCompression(2);
    const all = await Promise.all(Array.from({ length: 5 }, () => compression.encode(asking('br'), long)));

    expect(all.map(({ headers }) => headers['content-encoding'])).toEqual([
      'br',
      'br',
      undefined,
      undefined,
      undefined,
    ]);
    expect((await compression.encode(asking('br'), long)).headers['content-encoding']).toBe('br');
  });
});
