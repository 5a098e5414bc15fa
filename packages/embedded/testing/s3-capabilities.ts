/**
 * What Amazon's S3 does and some servers that speak its protocol do not. A run against such a server names what it lacks, and the
 * suite then holds it to that: a case that passes all the same fails the run, so that no name outlives its reason.
 */
export const S3_CAPABILITIES = {
  checksums: 'checks x-amz-checksum-* against the bytes, keeps them and gives them to who asks',
  trailers: 'takes aws-chunked bodies whose checksum follows them',
  signedHeaders: 'refuses x-amz-* headers that nobody signed',
  partOrder: 'refuses a list of parts that is out of order',
  endedUploads: 'answers NoSuchUpload to every question about an upload in parts that is over',
  longKeys: 'says KeyTooLongError of a key that is too long',
} as const;

export type S3Capability = keyof typeof S3_CAPABILITIES;

/**
 * The capabilities that `S3_LACKS` (names with commas between them) says the server at `S3_ENDPOINT` is without; the embedded
 * server lacks none. @throws Error for a name that is none.
 */
export function lackingCapabilities({ S3_ENDPOINT, S3_LACKS }: NodeJS.ProcessEnv): ReadonlySet<S3Capability> {
  const names = S3_ENDPOINT && S3_LACKS ? S3_LACKS.split(',').map((name) => name.trim()) : [];
  return new Set(names.map(assertCapability));
}

function assertCapability(name: string): S3Capability {
  if (Object.hasOwn(S3_CAPABILITIES, name)) return name as S3Capability;
  throw new Error(`S3_LACKS knows ${Object.keys(S3_CAPABILITIES).join(', ')}, not “${name}”.`);
}
