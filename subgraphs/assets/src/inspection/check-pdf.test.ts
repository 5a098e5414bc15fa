import { deflateSync } from 'node:zlib';
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

const million = deflateSync(new Uint8Array(1_000_000));
const FLATE = '/Filter /FlateDecode';

describe('the streams of a PDF', () => {
  it('are counted together, packed once or twice, and bounded', async () => {
    const twice = aPdf([FLATE, million], ['/Filter [/FlateDecode /FlateDecode]', deflateSync(million)]);

    expect(await checkPdf(twice, { unpackedBytesMax: 2_000_000 })).toBeUndefined();
    expect(await checkPdf(twice, { unpackedBytesMax: 1_999_999 })).toBe('BOMB');
  });

  it('cost nothing when they are not packed, and may be broken or encrypted', async () => {
    const plain = aPdf(
      ['', bytes('q Q')],
      [FLATE, bytes('not deflated at all')],
      ['/Filter /DCTDecode', bytes('\u00ff\u00d8')],
    );

    expect(await checkPdf(plain, { unpackedBytesMax: 10 })).toBeUndefined();
  });
});
