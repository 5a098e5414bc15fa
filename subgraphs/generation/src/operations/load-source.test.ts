import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isRefusal } from '@modu/errors';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Atelier } from './atelier.ts';
import { loadSource } from './load-source.ts';
import { createMeasurePicture } from './measure-picture.ts';

/** Gives every file in one piece a moment after it was asked for, and knows how many it gave at once. */
let bucket: Server;
let file: Buffer;
let seen = { sentBytes: 0, open: 0, openMost: 0 };

beforeAll(async () => {
  bucket = createServer((request, response) => {
    seen.open += 1;
    seen.openMost = Math.max(seen.openMost, seen.open);
    response.on('close', () => (seen.open -= 1));
    const range = /bytes=0-(\d+)/.exec(request.headers.range ?? '');
    const bytes = range ? file.subarray(0, Number(range[1]) + 1) : file;
    seen.sentBytes += bytes.byteLength;
    setTimeout(() => response.writeHead(range ? 206 : 200, { connection: 'close' }).end(bytes), 20);
  }).listen(0, '127.0.0.1');
  await once(bucket, 'listening');
});

afterAll(async () => {
  bucket.close();
  bucket.closeAllConnections();
  await once(bucket, 'close');
});

beforeEach(() => void (seen = { sentBytes: 0, open: 0, openMost: 0 }));

const picture = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background: '#678' } });

function atelierWith(contentType: string): Pick<Atelier, 'assets' | 'gallery' | 'measurePicture'> {
  const { port } = bucket.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/file`;
  const find = () =>
    Promise.resolve({ id: 'a', status: 'READY', contentType, sizeBytes: file.byteLength, url } as never);
  return { assets: { find } as never, gallery: {} as never, measurePicture: createMeasurePicture() };
}

describe('a file that is named to start from', () => {
  it('is not read further than its sides are written', async () => {
    file = Buffer.concat([await picture(64).png().toBuffer(), Buffer.alloc(30 * 1024 * 1024)]);

    expect(await loadSource(atelierWith('image/png'), 'ada', { assetId: 'a' })).toMatchObject({
      width: 64,
      height: 64,
    });

    expect(seen.sentBytes).toBeLessThan(1024 * 1024);
  });

  it('is read whole where its first bytes do not tell', async () => {
    const noise = randomBytes(512 * 512 * 3);
    file = await sharp(noise, { raw: { width: 512, height: 512, channels: 3 } })
      .webp({ lossless: true })
      .toBuffer();
    expect(file.byteLength).toBeGreaterThan(256 * 1024);

    expect(await loadSource(atelierWith('image/webp'), 'ada', { assetId: 'a' })).toMatchObject({ width: 512 });
  });

  it('waits for its turn, however many are named at once, and is refused when too many wait', async () => {
    file = await picture(64).png().toBuffer();
    const atelier = atelierWith('image/png');

    const answers = await Promise.all(Array.from({ length: 500 }, () => loadSource(atelier, 'ada', { assetId: 'a' })));

    expect(seen.openMost).toBeLessThanOrEqual(16);
    const refused = answers.filter((answer) => isRefusal(answer));
    expect(refused).toHaveLength(500 - 416);
    expect(refused[0]).toMatchObject({ code: 'RATE_LIMITED', reason: 'source.busy' });
  });
});
