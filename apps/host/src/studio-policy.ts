import { publicOriginOf } from '@modu/blobs';
import type { BucketAddressSettings } from '@modu/blobs';
import { inlineScriptHashes } from './inline-scripts.ts';

/** Pages may talk to ourselves and to the bucket, and run nothing that we did not build: what is written in the page goes by its hash. */
export async function contentSecurityPolicy(page: string, bucket: BucketAddressSettings): Promise<string> {
  const bucketOrigin = await publicOriginOf(bucket);
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inlineScriptHashes(page)].join(' '),
    "style-src 'self'",
    `img-src 'self' data: blob: ${bucketOrigin}`,
    `media-src 'self' blob: ${bucketOrigin}`,
    `connect-src 'self' ws: wss: ${bucketOrigin}`,
    "font-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
