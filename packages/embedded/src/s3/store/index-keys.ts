const SEPARATOR = Buffer.from([0]);

/** Index keys are bytes, so that listing order is the order of the keys' UTF-8 bytes, as in S3. */
export function objectKey({ bucket, key }: { readonly bucket: string; readonly key: string }): Buffer {
  return Buffer.concat([Buffer.from(bucket), SEPARATOR, Buffer.from(key)]);
}

/** The key part of an index key, as bytes. */
export function keyBytes(indexKey: Uint8Array): Buffer {
  const bytes = Buffer.from(indexKey);
  return bytes.subarray(bytes.indexOf(0) + 1);
}

/** `uploadId`, then the part number so that parts are walked in order. */
export function partKey(uploadId: string, partNumber: number): Buffer {
  const number = Buffer.alloc(2);
  number.writeUInt16BE(partNumber);
  return Buffer.concat([Buffer.from(uploadId), SEPARATOR, number]);
}

export function partNumberOf(key: Uint8Array): number {
  return Buffer.from(key).readUInt16BE(key.length - 2);
}

/** The first key after every key that begins with `prefix`: the prefix with its last byte raised. */
export function afterPrefix(prefix: Uint8Array): Buffer {
  const end = prefix.findLastIndex((byte) => byte < 0xff);
  const next = Buffer.from(prefix.subarray(0, end + 1));
  next[end] = (next[end] ?? 0) + 1;
  return next;
}
