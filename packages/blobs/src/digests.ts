/** S3 writes checksums in base64, the product in hex. */
export function sha256Base64(sha256Hex: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256Hex)) throw new RangeError('A SHA-256 is 64 lower-case hex digits.');
  return Buffer.from(sha256Hex, 'hex').toString('base64');
}

/** Undefined for a checksum over the parts of a multipart upload (`…-3`): it is not the SHA-256 of the bytes. */
export function sha256HexOf(checksumBase64: string | undefined): string | undefined {
  const bytes = Buffer.from(checksumBase64 ?? '', 'base64');
  return checksumBase64?.includes('-') === false && bytes.length === 32 ? bytes.toString('hex') : undefined;
}
