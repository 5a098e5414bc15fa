import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  announce,
  aPerson,
  aZip,
  completeUpload,
  putBytes,
  requestUpload,
  startAssets,
  uploadBytes,
} from '../../testing/index.ts';
import type { RunningAssets, Ticket } from '../../testing/index.ts';

const text = (value: string) => new TextEncoder().encode(value);
const join = (...parts: readonly Uint8Array[]) => Buffer.concat(parts);
const svg = (inside: string, attributes = '') =>
  text(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);
const picture = (format: 'png' | 'jpeg' | 'webp' | 'gif') =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#e8743b' } })
    .toFormat(format)
    .toBuffer();
/** As scanners write it. */
const scan = () =>
  sharp({ create: { width: 100, height: 80, channels: 3, background: '#e8743b' } })
    .tiff({ compression: 'none' })
    .toBuffer();
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const note = text('a note in an archive');

/** A PNG header that claims so many pixels; a reader that trusts it asks for gigabytes. */
async function claiming(width: number, height: number): Promise<Uint8Array> {
  const { crc32 } = await import('node:zlib');
  const png = Buffer.from(await picture('png'));
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

const pdf = (dictionary: string, body: Uint8Array) =>
  join(
    text(`%PDF-1.7\n1 0 obj\n<< ${dictionary} /Length ${body.byteLength} >>\nstream\n`),
    body,
    text('\nendstream\nendobj\n%%EOF\n'),
  );

const SECTOR = 512;

/** An OLE compound file with one stream beside its root, its directory after so many sectors ([MS-CFB]). */
function aCompoundFile(stream: string, after = 1): Uint8Array {
  const file = Buffer.alloc(SECTOR * (after + 2));
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(after, 48);
  for (const [n, name] of ['Root Entry', stream].entries()) {
    const entry = SECTOR * (after + 1) + 128 * n;
    file.write(name, entry, 'utf16le');
    file.writeUInt16LE(2 * (name.length + 1), entry + 64);
  }
  return file;
}

let running: RunningAssets;
beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

/** Uploads a file as announced, byte by byte, and reports it. */
async function bring(bytes: Uint8Array, contentType: string, person = aPerson()) {
  const ticket = (await requestUpload(running.ask, person, announce({ bytes, contentType }))) as unknown as Ticket;
  expect(await putBytes(ticket, bytes)).toBe(200);
  const outcome = await completeUpload(running.ask, person, ticket.id);
  const asset = await running.deps.assets.find(ticket.id);
  const isInBucket = (await running.deps.blobs.head(asset?.objectKey ?? '')) !== null;
  return { outcome, asset, isInBucket, account: await running.deps.storage.find(person.userId) };
}

/** The header of a tar archive: the mark of its format stands at 257. */
const aTar = join(new Uint8Array(257), text('ustar\u000000'), new Uint8Array(1_272));
const SEVEN_ZIP = '7z\u00bc\u00af\u0027\u001c';
const RAR = 'Rar!\u001a\u0007\u0001\u0000';
const starting = (mark: string) => join(Buffer.from(mark, 'latin1'), new Uint8Array(2_000));

const ZEROS = new Uint8Array(40_000_000);
const bad: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, string, string])[] = [
  ['a picture cut off in the middle', async () => (await picture('png')).subarray(0, 90), 'image/png', 'UNREADABLE'],
  ['a picture that claims 2.5 gigapixels', () => claiming(50_000, 50_000), 'image/png', 'TOO_MANY_PIXELS'],
  [
    'a picture that is an archive too',
    async () => join(await picture('gif'), aZip([{ name: 'x', body: note }])),
    'image/gif',
    'TWO_FORMATS',
  ],
  [
    'a picture that is a page too',
    async () => join(await picture('jpeg'), text('<script>alert(1)</script>')),
    'image/jpeg',
    'TWO_FORMATS',
  ],
  [
    'a picture that runs on a server',
    async () => join(await picture('webp'), text('<?php system("id"); ?>')),
    'image/webp',
    'TWO_FORMATS',
  ],
  [
    'a picture with a PDF in its head',
    async () => join((await picture('png')).subarray(0, 33), text('%PDF-1.7\n1 0 obj')),
    'image/png',
    'TWO_FORMATS',
  ],
  [
    'a PDF that is an archive too',
    () => join(pdf('', text('q')), aZip([{ name: 'x', body: note }])),
    'application/pdf',
    'TWO_FORMATS',
  ],
  ['a drawing with a script', () => svg('<script>fetch("/")</script>'), 'image/svg+xml', 'SCRIPTED'],
  [
    'a drawing with a script in another namespace',
    () => svg('<x:ScRiPt xmlns:x="http://www.w3.org/1999/xhtml"/>'),
    'image/svg+xml',
    'SCRIPTED',
  ],
  ['a drawing with a handler', () => svg('<rect onclick="go()"/>', 'onload="go()"'), 'image/svg+xml', 'SCRIPTED'],
  ['a drawing with a page in it', () => svg('<foreignObject><b/></foreignObject>'), 'image/svg+xml', 'SCRIPTED'],
  [
    'a drawing with a script as its link',
    () => svg('<a href=" java&#x73;cript:go()"><rect/></a>'),
    'image/svg+xml',
    'SCRIPTED',
  ],
  [
    'a drawing that loads from elsewhere',
    () => svg('<image href="https://example.org/x.png"/>'),
    'image/svg+xml',
    'SCRIPTED',
  ],
  [
    'a drawing whose style loads',
    () => svg('<style>@import "https://example.org/x.css";</style>'),
    'image/svg+xml',
    'SCRIPTED',
  ],
  ...(
    [
      ['before another element', '<a/>@import "https://example.org/x.css";'],
      ['in pieces', 'b { fill: u<![CDATA[rl(https://ex]]>ample.org/x) }'],
      ['around a comment', '@imp<!-- -->ort "https://example.org/x.css";'],
      ['around an element', '@imp<a/>ort "https://example.org/x.css";'],
      ['in escapes', 'b { fill: u\\72l(https://example.org/x) }'],
      ['in a set of pictures', 'b { background: image-set("https://example.org/x" 1x) }'],
      ['in a set of pictures of old', 'b { background: -webkit-image-set(url(#a) 1x, "https://example.org/x" 2x) }'],
      ['between two pictures', 'b { background: cross-fade("https://example.org/x", red) }'],
      ['as a source', 'b { fill: src("https://example.org/x") }'],
      ['as a source by name', 'b { --u: "https://example.org/x"; fill: src( var(--u) ) }'],
      ['as a source behind a comment', 'b { fill: src(/**/"https://example.org/x") }'],
      ['as a picture', "b { background: image(ltr 'https://example.org/x') }"],
      ['in long escapes', '@\\000069 mport "https://example.org/x.css";'],
    ] as const
  ).map(
    ([how, style]) =>
      [
        `a drawing whose style loads, said ${how}`,
        () => svg(`<style>${style}</style>`),
        'image/svg+xml',
        'SCRIPTED',
      ] as const,
  ),
  [
    'a drawing whose attribute loads, said in escapes',
    () => svg('<rect fill="u\\72l(https://example.org/x)"/>'),
    'image/svg+xml',
    'SCRIPTED',
  ],
  [
    'a drawing whose attribute loads a set of pictures',
    () => svg('<rect style="mask: image-set(&quot;https://example.org/x&quot; 1x)"/>'),
    'image/svg+xml',
    'SCRIPTED',
  ],
  ['a drawing with entities', () => text('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>'), 'image/svg+xml', 'BOMB'],
  ['a drawing a thousand deep', () => svg('<g>'.repeat(1_000) + '</g>'.repeat(1_000)), 'image/svg+xml', 'BOMB'],
  ['a drawing that is not XML', () => svg('<g>'), 'image/svg+xml', 'UNREADABLE'],
  ['a page that calls itself a drawing', () => text('<html><body/></html>'), 'image/svg+xml', 'WRONG_CONTENT'],
  [
    'an archive that climbs out of its folder',
    () => aZip([{ name: '../../etc/passwd', body: note }]),
    'application/zip',
    'UNSAFE_PATHS',
  ],
  ...['/etc/passwd', '\\Windows\\x', 'C:/x', 'C:\\x', '..\\..\\x', 'a\\../../x', 'a/..\\b'].map(
    (name) =>
      [
        `an archive with the name ${name}`,
        () => aZip([{ name, body: note }]),
        'application/zip',
        'UNSAFE_PATHS',
      ] as const,
  ),
  ['an archive that unpacks a thousandfold', () => aZip([{ name: 'x', body: ZEROS }]), 'application/zip', 'BOMB'],
  [
    'an archive that claims to be small',
    () => aZip([{ name: 'x', body: ZEROS, claimedBytes: 20 }]),
    'application/zip',
    'UNREADABLE',
  ],
  [
    'an archive of one kernel many times',
    () =>
      aZip([
        { name: 'a', body: note },
        { name: 'b', body: note, overlaps: true },
      ]),
    'application/zip',
    'BOMB',
  ],
  ['a document that is a bomb', () => aZip([{ name: 'word/document.xml', body: ZEROS }]), DOCX, 'BOMB'],
  ['a bomb that claims nothing', () => aZip([{ name: 'x', body: ZEROS }]), 'application/octet-stream', 'BOMB'],
  ['an archive cut off', () => aZip([{ name: 'x', body: note }]).subarray(0, -8), 'application/zip', 'UNREADABLE'],
  ['a gzip bomb', () => gzipSync(ZEROS, { level: 9 }), 'application/gzip', 'BOMB'],
  ['a gzip of a tar archive', () => gzipSync(aTar), 'application/gzip', 'UNSUPPORTED_ARCHIVE'],
  ['a tar archive that claims nothing', () => aTar, 'application/octet-stream', 'UNSUPPORTED_ARCHIVE'],
  ['a 7z archive under another name', () => starting(SEVEN_ZIP), 'text/plain', 'UNSUPPORTED_ARCHIVE'],
  ['a RAR archive under another name', () => starting(RAR), 'application/octet-stream', 'UNSUPPORTED_ARCHIVE'],
  ['a zip bomb that is a 3D model', () => aZip([{ name: '3D/3dmodel.model', body: ZEROS }]), 'model/3mf', 'BOMB'],
  ['a document locked with a password', () => aCompoundFile('EncryptedPackage'), DOCX, 'ENCRYPTED'],
  ['a locked document whose directory lies far off', () => aCompoundFile('EncryptedPackage', 40), DOCX, 'ENCRYPTED'],
  ['a document of old under a new name', () => aCompoundFile('WordDocument'), DOCX, 'WRONG_CONTENT'],
  [
    'a compound file cut off before its directory',
    () => aCompoundFile('x', 40).subarray(0, 5_000),
    DOCX,
    'WRONG_CONTENT',
  ],
  [
    'a locked document that calls itself a picture',
    () => aCompoundFile('EncryptedPackage'),
    'image/png',
    'WRONG_CONTENT',
  ],
  [
    'a PDF packed four times',
    () => pdf('/Filter [/FlateDecode /FlateDecode /FlateDecode /FlateDecode]', text('x')),
    'application/pdf',
    'BOMB',
  ],
];

describe('a file that could harm', () => {
  it.each(bad)(
    '%s is rejected, seen by nobody, its bytes swept, its space given back',
    async (_, make, contentType, rejection) => {
      const { outcome, asset, isInBucket, account } = await bring(await make(), contentType);

      expect(outcome).toMatchObject({ __typename: 'Refusal' });
      expect(asset).toMatchObject({ status: 'REJECTED', rejection });
      expect(isInBucket).toBe(false);
      expect(account).toMatchObject({ usedBytes: 0, reservedBytes: 0, moves: [] });
    },
  );

  it.each([
    '../x',
    'a/b',
    'a\\b',
    '..',
    '.',
    '',
    ' ',
    'a\u0000b',
    'a\nb',
    'cat\u202egnp.exe',
    'x\u2028y',
    '\ud800',
    'ㅎ'.repeat(256),
  ])('with the name %j is refused before anything is written', async (filename) => {
    const person = aPerson();
    const refused = await requestUpload(running.ask, person, announce({ bytes: note, filename }));

    expect(refused).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'filename'] });
    expect(await running.deps.storage.find(person.userId)).toBeUndefined();
  });

  it.each(['application/x-7z-compressed', 'application/vnd.rar', 'application/x-tar', 'application/x-bzip2'])(
    'as %s, into which we can’t look, is refused before a byte is put',
    async (contentType) => {
      const refused = await requestUpload(running.ask, aPerson(), announce({ bytes: note, contentType }));

      expect(refused).toMatchObject({ code: 'UNSUPPORTED_MEDIA', path: ['input', 'contentType'] });
    },
  );

  it('as a document locked with a password is called just that, in the language of its owner', async () => {
    const { asset, outcome } = await bring(aCompoundFile('EncryptedPackage'), DOCX, aPerson('ko'));

    expect(asset).toMatchObject({ rejection: 'ENCRYPTED' });
    expect(outcome).toMatchObject({ code: 'UNSUPPORTED_MEDIA', message: expect.stringContaining('암호') as string });
  });

  it('as a picture too large to hold is refused before a byte is put', async () => {
    const input = { ...announce({ bytes: note, contentType: 'image/png' }), sizeBytes: 90_000_000 };

    expect(await requestUpload(running.ask, aPerson(), input)).toMatchObject({
      code: 'TOO_LARGE',
      path: ['input', 'sizeBytes'],
    });
  });
});

const good: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, string])[] = [
  ['a PNG', () => picture('png'), 'image/png'],
  ['a JPEG', () => picture('jpeg'), 'image/jpeg'],
  ['a WebP', () => picture('webp'), 'image/webp'],
  ['a GIF', () => picture('gif'), 'image/gif'],
  ['a TIFF with its directory behind the picture', () => scan(), 'image/tiff'],
  [
    'a drawing',
    () =>
      svg(
        '<defs><path id="p" d="M0 0L9 9"/></defs><use href="#p" fill="url(#g)"/><a href="https://modu.example"><text>모두</text></a>',
      ),
    'image/svg+xml',
  ],
  [
    'a document',
    () =>
      aZip([
        { name: '[Content_Types].xml', body: note },
        { name: 'word/document.xml', body: note },
      ]),
    DOCX,
  ],
  [
    'a drawing with fonts and colours of its own',
    () =>
      svg(
        `<style>@font-face { font-family: "\\5b8b\\4f53"; src: url(data:font/woff2;base64,AAAA), url('data:application/font-woff;base64,AAAA'),
          url( "data:application/x-font-ttf;base64,AAAA" ) } b { fill: url( #g ) }</style><text inkscape:path="C:\\x.png" inkscape:label="image(1) of src(2)">모두</text>`,
      ),
    'image/svg+xml',
  ],
  ...[
    'application/vnd.apple.keynote',
    'application/x-iwork-pages-sffpages',
    'application/vnd.google-earth.kmz',
    'application/vnd.comicbook+zip',
    'application/x-cbz',
    'application/vnd.ms-excel.sheet.macroenabled.12',
  ].map((type) => [`a zip that is called ${type}`, () => aZip([{ name: 'index.xml', body: note }]), type] as const),
  [
    'an archive from Windows',
    () =>
      aZip([
        { name: 'docs\\', body: text('') },
        { name: 'docs\\note.txt', body: note },
      ]),
    'application/zip',
  ],
  [
    'an archive with an old Japanese name',
    () => aZip([{ name: Buffer.from([0x95, 0x5c, 0x2e, 0x74, 0x78, 0x74]), body: note }]),
    'application/zip',
  ],
  ['an archive with Korean names', () => aZip([{ name: '문서/메모.txt', body: note }]), 'application/zip'],
  ['a gzip', () => gzipSync(note), 'application/gzip'],
  ['a PDF', () => pdf('/Filter /FlateDecode', deflateSync(note)), 'application/pdf'],
];

describe('a file as people have them', () => {
  it.each(good)('%s is taken', async (_, make, contentType) => {
    const asset = await uploadBytes(running.ask, aPerson(), { bytes: await make(), contentType });

    expect(asset).toMatchObject({ status: 'READY', contentType });
  });
});
