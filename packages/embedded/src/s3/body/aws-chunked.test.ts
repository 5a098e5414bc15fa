import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChunkSigner } from '../sigv4/chunk-signer.ts';
import { deriveSigningKey, scopeText } from '../sigv4/signing.ts';
import type { Trailers } from './aws-chunked.ts';
import { decodeAwsChunked } from './aws-chunked.ts';

async function decode(wire: Iterable<Buffer>, signer?: ChunkSigner): Promise<{ bytes: Buffer; trailers: Trailers }> {
  const trailers: Trailers = new Map();
  const chunks: Buffer[] = [];
  for await (const chunk of decodeAwsChunked(arriving(wire), { trailers, signer })) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), trailers };
}

async function* arriving(pieces: Iterable<Buffer>): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

describe('an aws-chunked body', () => {
  it('is the same however the network cuts it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 50 }),
        async (chunks, cut) => {
          const parts = chunks.map((chunk) => [
            Buffer.from(`${chunk.length.toString(16)}\r\n`),
            chunk,
            Buffer.from('\r\n'),
          ]);
          const wire = Buffer.concat([...parts.flat(), Buffer.from('0\r\nx-amz-checksum-crc32: AAAAAA==\r\n\r\n')]);
          const pieces = Array.from({ length: Math.ceil(wire.length / cut) }, (_, n) =>
            wire.subarray(n * cut, (n + 1) * cut),
          );

          const { bytes, trailers } = await decode(pieces);

          expect(bytes).toEqual(Buffer.concat(chunks));
          expect(trailers.get('x-amz-checksum-crc32')).toBe('AAAAAA==');
        },
      ),
    );
  });

  it.each([
    ['ends within a chunk', '5\r\nabc', 'IncompleteBody'],
    ['ends before its last chunk', '3\r\nabc\r\n', 'IncompleteBody'],
    ['has a size that is no number', 'zz\r\nabc\r\n0\r\n\r\n', 'InvalidRequest'],
    ['has a chunk longer than it says', '2\r\nabc\r\n0\r\n\r\n', 'InvalidRequest'],
    ['goes on after its end', '0\r\n\r\nmore', 'InvalidRequest'],
    ['has a line without end', 'a'.repeat(10_000), 'InvalidRequest'],
  ])('that %s is refused', async (_what, wire, code) => {
    await expect(decode([Buffer.from(wire)])).rejects.toMatchObject({ code });
  });
});

// The worked example of Amazon's documentation, “Transferring Payload in Multiple Chunks”: 66560 letters a.
describe('signed chunks', () => {
  const scope = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', day: '20130524', region: 'us-east-1', service: 's3' };
  const signer = () =>
    new ChunkSigner({
      signingKey: deriveSigningKey('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', scope),
      amzDate: '20130524T000000Z',
      scope: scopeText(scope),
      seedSignature: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
    });
  const wire = (letter: string) =>
    [
      `10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n${letter.repeat(65_536)}\r\n`,
      `400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n${'a'.repeat(1024)}\r\n`,
      '0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n',
    ].map((text) => Buffer.from(text));

  it('of Amazon’s documentation are accepted', async () => {
    expect((await decode(wire('a'), signer())).bytes.toString()).toBe('a'.repeat(66_560));
  });

  it('are refused when one byte differs, one is missing or their signature is', async () => {
    const refusal = { code: 'SignatureDoesNotMatch' };

    await expect(decode(wire('b'), signer())).rejects.toMatchObject(refusal);
    await expect(decode(wire('a').slice(1), signer())).rejects.toMatchObject(refusal);
    await expect(decode([Buffer.from('1\r\na\r\n0\r\n\r\n')], signer())).rejects.toMatchObject(refusal);
  });
});
