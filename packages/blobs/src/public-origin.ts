import { S3Client } from '@aws-sdk/client-s3';
import { addressOf, urlOf } from './bucket-address.ts';
import { clientConfig } from './connection.ts';
import type { BucketAddressSettings } from './settings.ts';

/** The origin of every link for browsers, `https://bucket.host`: what a page must be allowed to show from and to send to. */
export async function publicOriginOf(settings: BucketAddressSettings): Promise<string> {
  const client = new S3Client(clientConfig(settings, settings.S3_PUBLIC_ENDPOINT ?? settings.S3_ENDPOINT));
  const { origin } = new URL(urlOf(await addressOf(client, settings.S3_BUCKET)));
  client.destroy();
  return origin;
}
