import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketPlaceOf } from './bucket-place.ts';
import { thumbnailKeyOf } from './preview.ts';
import { laterOriginalKeyOf, objectKeyOf, originalsOf } from './object-key.ts';

const who = { id: 'asset-1', ownerId: 'user-1' };

describe('where the bytes lie', () => {
  it('is by owner, then by what they are for', () => {
    const imageId = 'image-1';

    expect(objectKeyOf(who, { purpose: 'FILE', filename: '메모.txt' })).toBe('users/user-1/files/asset-1/메모.txt');
    expect(objectKeyOf(who, { purpose: 'IMAGE_ORIGINAL', imageId, filename: 'x' })).toBe(
      'users/user-1/images/image-1/original.png',
    );
    expect(objectKeyOf(who, { purpose: 'IMAGE_THUMBNAIL', imageId, filename: 'x' })).toBe(
      'users/user-1/images/image-1/thumbnail.webp',
    );
  });

  it('is beside the first for a later try of a picture’s original, and known as ours', () => {
    const id = '0198a3c0-0000-7000-8000-000000000001';
    const imageId = '0198a3c0-0000-7000-8000-000000000002';
    const later = laterOriginalKeyOf({ id, ownerId: 'user-1' }, { imageId });
    const first = objectKeyOf({ id, ownerId: 'user-1' }, { purpose: 'IMAGE_ORIGINAL', imageId, filename: 'x' });
    const { after, upTo } = originalsOf('user-1', { imageId });

    for (const key of [first, later]) {
      expect(after < key && key < upTo).toBe(true);
      expect(bucketPlaceOf(key)).toEqual({ kind: 'ASSET', objectKey: key });
      // What is made of each is known as of that one.
      const made = thumbnailKeyOf({ purpose: 'IMAGE_ORIGINAL', objectKey: key }, 1_024);
      expect(bucketPlaceOf(made)).toEqual({ kind: 'ASSET', objectKey: key });
    }
    expect(bucketPlaceOf(later.replace(id, 'x')).kind).toBe('FOREIGN');
  });

  it('is a place that every bucket has, one that keeps names on a disk too, and keeps the extension, however long the name is', () => {
    const someName = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 255 }),
      fc.string({ unit: fc.constantFrom('가', '힣', 'é', '🎨', 'a', ' '), minLength: 80, maxLength: 251 }),
    );
    fc.assert(
      fc.property(someName, (name) => {
        const key = objectKeyOf(who, { purpose: 'FILE', filename: `${name}.png` });
        expect(Buffer.byteLength(key)).toBeLessThan(1_024);
        for (const step of key.split('/')) expect(Buffer.byteLength(step)).toBeLessThanOrEqual(255);
        expect(key.endsWith('.png')).toBe(true);
      }),
    );
  });

  it('keeps an owner’s folder one folder, whatever their id looks like', () => {
    expect(objectKeyOf({ id: 'a', ownerId: '../other' }, { purpose: 'FILE', filename: 'x' })).toBe(
      'users/..%2Fother/files/a/x',
    );
  });
});
