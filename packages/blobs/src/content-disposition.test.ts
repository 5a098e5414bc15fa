import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

describe('the name a file is saved under', () => {
  it.each([
    ['picture.png', 'attachment; filename="picture.png"'],
    ['한글.png', `attachment; filename="download.png"; filename*=UTF-8''%ED%95%9C%EA%B8%80.png`],
    ['résumé (1).pdf', `attachment; filename="r_sum_ (1).pdf"; filename*=UTF-8''r%C3%A9sum%C3%A9%20%281%29.pdf`],
    ['say "hi"\\.txt', `attachment; filename="say _hi__.txt"; filename*=UTF-8''say%20%22hi%22_.txt`],
    ['../../etc/passwd', 'attachment; filename=".._.._etc_passwd"'],
    ['a\r\nSet-Cookie: b', 'attachment; filename="a__Set-Cookie: b"'],
    ['', 'attachment'],
  ])('%j becomes a header any browser reads', (filename, header) => {
    expect(contentDisposition('attachment', filename)).toBe(header);
  });

  it('is printable ASCII for every name there is, and carries the name whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (filename) => {
        const header = contentDisposition('inline', filename);

        expect(header).toMatch(/^[\x20-\x7e]+$/);
        expect(header.split('"').length - 1).toBeLessThanOrEqual(2);
        const extended = /filename\*=UTF-8''(.*)$/.exec(header)?.[1];
        if (extended !== undefined) expect(decodeURIComponent(extended)).not.toMatch(/[/\\\u0000-\u001f]/);
      }),
    );
  });
});
