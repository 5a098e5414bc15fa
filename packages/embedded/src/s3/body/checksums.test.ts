import { describe, expect, it } from 'vitest';
import type { ChecksumAlgorithm } from './checksums.ts';
import { isChecksumText, startChecksum } from './checksums.ts';

// The check values of the catalogue of CRC algorithms and of FIPS 180 for “123456789”.
const KNOWN: readonly (readonly [ChecksumAlgorithm, string])[] = [
  ['crc32', 'cbf43926'],
  ['crc32c', 'e3069283'],
  ['sha1', 'f7c3bc1d808e04732adf679965ccc34ca7ae3441'],
  ['sha256', '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225'],
];

describe.each(KNOWN)('%s', (algorithm, hex) => {
  it('of a known text is known, in one piece or in many', () => {
    const whole = startChecksum(algorithm);
    whole.update(Buffer.from('123456789'));
    const pieces = startChecksum(algorithm);
    for (const digit of '123456789') pieces.update(Buffer.from(digit));

    expect(whole.digest().toString('hex')).toBe(hex);
    expect(pieces.digest().toString('hex')).toBe(hex);
  });

  it('is written as base64 of its own length', () => {
    const text = Buffer.from(hex, 'hex').toString('base64');

    expect(isChecksumText(algorithm, text)).toBe(true);
    expect(isChecksumText(algorithm, `${text}AAAA`)).toBe(false);
    expect(isChecksumText(algorithm, '***')).toBe(false);
  });
});
