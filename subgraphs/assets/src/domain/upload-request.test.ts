import { isRefusal } from '@modu/errors';
import { createId } from '@modu/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUploadRequest } from './upload-request.ts';
import type { UploadRequest } from './upload-request.ts';

const LIMITS = { sizeBytesMax: 100_000_000 };
const good: UploadRequest = { filename: 'a.png', contentType: 'image/png', sizeBytes: 10, sha256: 'a'.repeat(64) };

function refusalOf(change: Partial<UploadRequest>) {
  const parsed = parseUploadRequest({ ...good, ...change }, LIMITS);
  return isRefusal(parsed) ? { code: parsed.code, path: parsed.path } : parsed;
}

describe('what is announced about a file', () => {
  it('is taken when all of it is right, in one spelling', () => {
    // Given a name typed on a system that takes accents and syllables apart
    const parsed = parseUploadRequest(
      { ...good, filename: ' 그림é.png '.normalize('NFD'), contentType: 'Image/PNG' },
      LIMITS,
    );

    expect(parsed).toEqual({ ...good, filename: '그림é.png', purpose: 'FILE' });
  });

  it.each([
    '',
    ' ',
    '.',
    '..',
    'a/b',
    '../../etc/passwd',
    'a\\b',
    'a\0b',
    'a\nb',
    'invoice\u202egnp.exe',
    'a\u200bb',
    'x'.repeat(256),
  ])('refuses the name %j', (filename) => {
    expect(refusalOf({ filename })).toEqual({ code: 'INVALID_INPUT', path: ['input', 'filename'] });
  });

  it.each(['', 'png', 'image/', '/png', 'image/png; charset=x', 'image/png\r\nx: y', `a/${'b'.repeat(130)}`])(
    'refuses the type %j',
    (contentType) => {
      expect(refusalOf({ contentType })).toEqual({ code: 'INVALID_INPUT', path: ['input', 'contentType'] });
    },
  );

  it.each(['', 'k'.repeat(201), 'two\nlines', 'half \ud83d', 'turned \u202e'])(
    'refuses the key %j',
    (idempotencyKey) => {
      expect(refusalOf({ idempotencyKey })).toEqual({ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] });
    },
  );

  it.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses the size %d', (sizeBytes) => {
    expect(refusalOf({ sizeBytes })).toEqual({ code: 'INVALID_INPUT', path: ['input', 'sizeBytes'] });
  });

  it('refuses one byte more than the limit as too large', () => {
    const film = { contentType: 'video/mp4' };
    expect(refusalOf({ ...film, sizeBytes: LIMITS.sizeBytesMax })).toMatchObject({ sizeBytes: LIMITS.sizeBytesMax });
    expect(refusalOf({ ...film, sizeBytes: LIMITS.sizeBytesMax + 1 })).toEqual({
      code: 'TOO_LARGE',
      path: ['input', 'sizeBytes'],
    });
  });

  it.each(['', 'a'.repeat(63), 'A'.repeat(64), 'g'.repeat(64)])('refuses the hash %j', (sha256) => {
    expect(refusalOf({ sha256 })).toEqual({ code: 'INVALID_INPUT', path: ['input', 'sha256'] });
  });

  it('wants a picture for the files of pictures, and none for others', () => {
    const imageId = createId();

    expect(refusalOf({ purpose: 'IMAGE_ORIGINAL' })).toMatchObject({ path: ['input', 'imageId'] });
    expect(refusalOf({ purpose: 'IMAGE_ORIGINAL', imageId: '../x' })).toMatchObject({ path: ['input', 'imageId'] });
    expect(refusalOf({ imageId })).toMatchObject({ path: ['input', 'imageId'] });
    expect(refusalOf({ purpose: 'IMAGE_ORIGINAL', imageId })).toMatchObject({ purpose: 'IMAGE_ORIGINAL', imageId });
  });

  it('never lets a name through that is a path, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (filename) => {
        const parsed = parseUploadRequest({ ...good, filename }, LIMITS);
        if (isRefusal(parsed)) return;
        expect(parsed.filename).not.toMatch(/[/\\\p{Cc}]/u);
        expect(['', '.', '..']).not.toContain(parsed.filename);
        expect(parsed.filename).toBe(parsed.filename.normalize('NFC'));
      }),
    );
  });
});
