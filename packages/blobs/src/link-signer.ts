import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner';
import type { S3Client } from '@aws-sdk/client-s3';
import { addressOf, urlOf } from './bucket-address.ts';
import type { Address } from './bucket-address.ts';
import { contentDisposition } from './content-disposition.ts';
import { assertBlobKey } from './key.ts';
import { percentEncode } from './percent-encode.ts';
import { assertLifetime } from './presign.ts';
import type { PresignGetOptions } from './presign.ts';

/**
 * Signs links to read one blob; whoever has one can read until it expires. Gives what `getSignedUrl` gives for a
 * `GetObjectCommand` (a test compares them), but asks where the bucket is once and leaves out the client's middleware, which
 * took six sevenths of the time: a page of pictures is a hundred links.
 */
export function createLinkSigner(client: S3Client, bucket: string): (options: PresignGetOptions) => Promise<string> {
  const presigner = new S3RequestPresigner({ ...client.config, signingName: 's3' });
  let address: Promise<Address> | undefined;
  return async ({ key, filename, contentType, download = false, expiresInSeconds }) => {
    assertBlobKey(key);
    assertLifetime(expiresInSeconds);
    address ??= addressOf(client, bucket);
    const { path, ...host } = await address;
    const signed = await presigner.presign(
      {
        ...host,
        method: 'GET',
        path: `${path}/${key.split('/').map(percentEncode).join('/')}`,
        query: {
          'response-content-disposition': contentDisposition(download ? 'attachment' : 'inline', filename),
          ...(contentType === undefined ? {} : { 'response-content-type': contentType }),
          'x-id': 'GetObject',
        },
        headers: {},
      },
      { expiresIn: expiresInSeconds },
    );
    return urlOf(signed);
  };
}
