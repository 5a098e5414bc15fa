import { Readable } from 'node:stream';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPdf } from './check-pdf.ts';

const bytes = (value: string) => new TextEncoder().encode(value);

/** A PDF with these streams, each with its dictionary. */
function aPdf(...streams: readonly (readonly [dictionary: string, body: Uint8Array])[]): Uint8Array {
  const objects = streams.map(([dictionary, body], i) =>
    Buffer.concat([bytes(`${i + 1} 0 obj\n<< ${dictionary} >>\nstream\n`), body, bytes('\nendstream\nendobj\n')]),
  );
  return Buffer.concat([bytes('%PDF-1.7\n'), ...objects, bytes('%%EOF\n')]);
}

/** Looks through a PDF that comes in pieces of this size. */
const check = (pdf: Uint8Array, unpackedBytesMax: number, pieceBytes = pdf.length) => {
  const count = Math.ceil(pdf.length / pieceBytes);
  const pieces = Array.from({ length: count }, (_, at) => pdf.subarray(at * pieceBytes, (at + 1) * pieceBytes));
  return checkPdf(Readable.from(pieces), { unpackedBytesMax });
};

const million = deflateSync(new Uint8Array(1_000_000));
const FLATE = '/Filter /FlateDecode';

describe('the streams of a PDF', () => {
  it('are counted together, packed once or twice, and bounded', async () => {
    const twice = aPdf([FLATE, million], ['/Filter [/FlateDecode /FlateDecode]', deflateSync(million)]);

    expect(await check(twice, 2_000_000)).toBeUndefined();
    expect(await check(twice, 1_999_999)).toBe('BOMB');
  });

  it('cost nothing when they are not packed, and may be broken or encrypted', async () => {
    const plain = aPdf(
      ['', bytes('q Q')],
      [FLATE, bytes('not deflated at all')],
      ['/Filter /DCTDecode', bytes('\u00ff\u00d8')],
    );

    expect(await check(plain, 10)).toBeUndefined();
  });

  it('are the same wherever the pieces are cut that the file comes in', async () => {
    const stream = fc.record({ body: fc.uint8Array({ maxLength: 300 }), isPacked: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(stream, { maxLength: 5 }), fc.integer({ min: 1, max: 700 }), async (streams, cut) => {
        const pdf = aPdf(
          ...streams.map(({ body, isPacked }) => [isPacked ? FLATE : '', isPacked ? deflateSync(body) : body] as const),
        );
        const unpackedBytes = streams.reduce((sum, { body, isPacked }) => sum + (isPacked ? body.length : 0), 0);

        expect(await check(pdf, unpackedBytes, cut)).toBeUndefined();
        if (unpackedBytes > 0) expect(await check(pdf, unpackedBytes - 1, cut)).toBe('BOMB');
      }),
      { numRuns: 60 },
    );
  });

  it('leave turns of the event loop to others, however many there are in a file that came in one piece', async () => {
    const streams = bytes('stream\nendstream\n'.repeat(20_000));
    const ends = bytes('endstream\n'.repeat(50_000));
    let turns = 0;
    let isOver = false;
    const others = () => {
      turns += 1;
      if (!isOver) setImmediate(others);
    };
    setImmediate(others);

    expect(await check(Buffer.concat([streams, ends]), 10)).toBeUndefined();
    isOver = true;

    expect(turns).toBeGreaterThan(100);
  });
});
