import type { S3RequestPresigner } from '@aws-sdk/s3-request-presigner';
import type { S3Client } from '@aws-sdk/client-s3';
import { percentEncode } from './percent-encode.ts';

export type HttpRequest = Parameters<S3RequestPresigner['presign']>[0];
export type Address = Pick<HttpRequest, 'protocol' | 'hostname' | 'port' | 'path'>;

/** Where the bucket is, as the client's own rules say: a path below the endpoint, or a host of its own. */
export async function addressOf({ config }: S3Client, bucket: string): Promise<Address> {
  const endpoint = config.endpoint && (await config.endpoint());
  const { url } = config.endpointProvider({
    Bucket: bucket,
    Region: await config.region(),
    ForcePathStyle: config.forcePathStyle ?? false,
    ...(endpoint ? { Endpoint: urlOf(endpoint) } : {}),
  });
  return {
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port ? { port: Number(url.port) } : {}),
    path: url.pathname.replace(/\/$/, ''),
  };
}

export function urlOf({ protocol, hostname, port, path, query = {} }: Address & Pick<HttpRequest, 'query'>): string {
  const parameters = Object.keys(query)
    .sort()
    .map((name) => `${percentEncode(name)}=${percentEncode(String(query[name]))}`);
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  return `${protocol}//${host}${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}
