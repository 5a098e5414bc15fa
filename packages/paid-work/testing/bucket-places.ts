import type { Bucket } from './bucket.ts';

interface Announced {
  readonly id: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Larger files come in parts of this size, as with assets. */
const WHOLE_BYTES_MAX = 64_000_000;
const PART_BYTES = 16 * 2 ** 20;

const headersOf = (contentType: string, sha256: string) => [
  { name: 'content-type', value: contentType },
  { name: 'x-sha256', value: sha256 },
];
const partName = (id: string, number: number): string => `${id}/${number}`;
const partCount = ({ sizeBytes }: Announced): number => Math.ceil(sizeBytes / PART_BYTES);

/** Where the bytes of an announced file are put: whole, or part by part. */
export function placesOf(bucket: Bucket) {
  const partsOf = (asset: Announced) =>
    Array.from({ length: partCount(asset) }, (_, at) => ({
      number: at + 1,
      bytes: bucket.objects.get(partName(asset.id, at + 1)),
    })).flatMap(({ number, bytes }) => (bytes ? [{ number, bytes }] : []));
  return {
    ticketOf: (asset: Announced) => {
      const ticket = {
        __typename: 'UploadTicket',
        id: asset.id,
        method: 'PUT',
        expiresAt: new Date(Date.now() + 60_000),
      };
      if (asset.sizeBytes > WHOLE_BYTES_MAX) {
        const received = partsOf(asset).map(({ number, bytes }) => ({ number, sizeBytes: bytes.length, etag: '' }));
        return { ...ticket, url: null, headers: [], parts: [], partSizeBytes: PART_BYTES, received };
      }
      const place = { url: `${bucket.url}/${asset.id}`, headers: headersOf(asset.contentType, asset.sha256) };
      return { ...ticket, ...place, partSizeBytes: null, received: [] };
    },
    signParts: (asset: Announced, wanted: readonly { readonly number: number; readonly sha256: string }[]) => ({
      __typename: 'SignedUploadParts',
      id: asset.id,
      parts: wanted.map(({ number, sha256 }) => ({
        number,
        url: `${bucket.url}/${partName(asset.id, number)}`,
        headers: headersOf(asset.contentType, sha256),
      })),
    }),
    /** Makes the parts one file, once all of them are there. */
    assemble: (asset: Announced): void => {
      const parts = partsOf(asset);
      if (asset.sizeBytes <= WHOLE_BYTES_MAX || parts.length < partCount(asset)) return;
      bucket.objects.set(asset.id, Buffer.concat(parts.map(({ bytes }) => bytes)));
    },
  };
}
