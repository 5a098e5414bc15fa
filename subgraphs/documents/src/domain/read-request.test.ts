import { expect, it } from 'vitest';
import { messages } from '../messages.ts';
import { mustRecognise, refuseFile } from './read-request.ts';

const file = (beginning: readonly number[] | string, filename: string) => ({
  filename,
  sizeBytes: 1_000,
  head: Buffer.concat([Buffer.from(beginning as string, 'latin1'), Buffer.alloc(100)]),
  tail: new Uint8Array(),
});

it.each([
  ['\0\0\0\x18ftypheic', 'photo.heic', 'source.heic', /JPEG/],
  ['\0\0\0\x18ftypmif1', 'photo.jpg', 'source.heic', /JPEG/],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'letter.hwp', 'source.old', /HWPX/],
])('a file that begins with %j is refused with what to do about it', (beginning, filename, reason, way) => {
  expect(refuseFile(file(beginning, filename))).toMatchObject({ code: 'UNSUPPORTED_MEDIA', reason });
  expect(messages[reason]).toMatchObject({
    en: expect.stringMatching(way) as string,
    ko: expect.stringMatching(way) as string,
  });
});

it.each(['II*\0', 'MM\0*', 'II+\0', 'MM\0+', '\0\0\0\x18ftypavif', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff'])(
  'a picture that begins with %j is read by its letters, whatever it is called',
  (beginning) => {
    const picture = file(beginning, 'scan');
    expect(refuseFile(picture)).toBeUndefined();
    expect(mustRecognise({ assetId: 'one' }, picture)).toBe(true);
  },
);
