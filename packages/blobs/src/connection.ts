import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { S3Client } from '@aws-sdk/client-s3';
import type { BlobSettings, BucketAddressSettings } from './settings.ts';
import type { BlobTimeouts } from './timeouts.ts';

const ATTEMPTS_MAX = 3;
const CONNECT_TIMEOUT_MS = 3_000;
const SOCKETS_MAX = 64;

/** The two views of one bucket: ours, and the one browsers are sent to. */
export interface BucketConnection {
  readonly bucket: string;
  readonly region: string;
  /** False for Amazon's own S3. */
  readonly ownEndpoint: boolean;
  readonly internal: S3Client;
  /** Only signs, for browsers; nothing is ever sent through it. */
  readonly signing: S3Client;
  readonly timeouts: BlobTimeouts;
  close(): void;
}

/** Opens no connection by itself: the first call does. */
export function connectBucket(settings: BlobSettings, timeouts: BlobTimeouts): BucketConnection {
  const { S3_ENDPOINT, S3_PUBLIC_ENDPOINT = S3_ENDPOINT } = settings;
  const credentials = { accessKeyId: settings.S3_ACCESS_KEY_ID, secretAccessKey: settings.S3_SECRET_ACCESS_KEY };
  const internal = new S3Client({ ...clientConfig(settings, S3_ENDPOINT), credentials });
  const signing = new S3Client({ ...clientConfig(settings, S3_PUBLIC_ENDPOINT), credentials });
  return {
    bucket: settings.S3_BUCKET,
    region: settings.S3_REGION,
    ownEndpoint: settings.S3_ENDPOINT !== undefined,
    internal,
    signing,
    timeouts,
    close: () => {
      internal.destroy();
      signing.destroy();
    },
  };
}

/** How we speak with a bucket at that endpoint, but for our keys. */
export function clientConfig(settings: BucketAddressSettings, endpoint: string | undefined): S3ClientConfig {
  return {
    ...(endpoint === undefined ? {} : { endpoint }),
    region: settings.S3_REGION,
    forcePathStyle: settings.S3_FORCE_PATH_STYLE,
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      httpAgent: { maxSockets: SOCKETS_MAX },
      httpsAgent: { maxSockets: SOCKETS_MAX },
    },
    // By default the SDK adds checksums of its own making: into presigned URLs it signs the CRC of an empty body, which
    // real servers then hold against the upload (aws-sdk-js-v3 issue 6994). We name the SHA-256 ourselves.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  };
}
