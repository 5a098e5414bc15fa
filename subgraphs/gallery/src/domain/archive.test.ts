import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryName } from './archive.ts';

describe('the name of a picture in an archive', () => {
  it.each([
    [{ title: 'A quiet harbour', prompt: 'boats' }, '0007 A quiet harbour.png'],
    [{ title: null, prompt: '  고요한   등대 ' }, '0007 고요한 등대.png'],
    [{ title: null, prompt: null }, '0007.png'],
    [{ title: '../../etc/passwd', prompt: null }, '0007 etc passwd.png'],
    [{ title: 'CON: <a|b>?*"', prompt: null }, '0007 CON a b.png'],
  ])('of %o is %s', (image, name) => {
    expect(entryName(image, { place: 7, contentType: 'image/png' })).toBe(name);
  });

  it('is a plain name of its own, whatever a picture is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 1_000 }), (title, place) => {
        const name = entryName({ title, prompt: null }, { place, contentType: 'image/jpeg' });
        expect(name).toMatch(/^\d{4}( [^\p{C}/\\]+)?\.jpg$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }),
    );
  });
});
