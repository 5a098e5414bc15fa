import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashBlob } from './hash-blob.ts';

/** A blob that gives its bytes in pieces of any length, as a disk does. */
function blobOf(bytes: Uint8Array, pieceLength: number): Blob {
  const stream = () => {
    let at = 0;
    return new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, at + pieceLength));
        at += pieceLength;
      },
    });
  };
  return { stream } as unknown as Blob;
}

describe('the checksum of a file', () => {
  it('is SHA-256 however the bytes come', async () => {
    const pieces = fc.integer({ min: 1, max: 200 });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), pieces, async (bytes, pieceLength) => {
        const expected = createHash('sha256').update(bytes).digest('hex');
        expect(await hashBlob(blobOf(bytes, pieceLength), () => undefined)).toBe(expected);
      }),
    );
  });

  it('tells how far it has read', async () => {
    const read: number[] = [];
    await hashBlob(blobOf(new Uint8Array(10), 4), (readBytes) => read.push(readBytes));
    expect(read).toEqual([4, 8, 10]);
  });
});
