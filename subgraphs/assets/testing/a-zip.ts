import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** Bytes where it is in an old encoding. */
  readonly name: string | Uint8Array;
  readonly body: Uint8Array;
  /** What the directory claims, when that is a lie. */
  readonly claimedBytes?: number;
  /** Lies at the same place as the entry before. */
  readonly overlaps?: boolean;
}

/** A zip archive, honest or not. */
export function aZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let start = 0;
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : Buffer.from(entry.name);
    const packed = deflateRawSync(entry.body, { level: 9 });
    if (!entry.overlaps) {
      start = offset;
      const local = Buffer.concat([header(0x04034b50, entry, packed, name), name, packed]);
      parts.push(local);
      offset += local.byteLength;
    }
    const central = header(0x02014b50, entry, packed, name);
    central.writeUInt32LE(start, 42);
    directory.push(central, name);
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

function header(signature: number, { body, claimedBytes }: ZipEntry, packed: Buffer, name: Buffer): Buffer {
  const isCentral = signature === 0x02014b50;
  const field = Buffer.alloc(isCentral ? 46 : 30);
  const at = isCentral ? 6 : 4;
  field.writeUInt32LE(signature, 0);
  field.writeUInt16LE(20, at);
  field.writeUInt16LE(8, at + 4);
  field.writeUInt32LE(crc32(body), at + 10);
  field.writeUInt32LE(packed.byteLength, at + 14);
  field.writeUInt32LE(claimedBytes ?? body.byteLength, at + 18);
  field.writeUInt16LE(name.byteLength, at + 22);
  return field;
}
