import type { S3Target } from './target.ts';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';

/** Puts an object with the product's client. */
export async function put(target: S3Target, key: string, body: string | Uint8Array, more = {}): Promise<string> {
  const stored = await target.client.send(
    new PutObjectCommand({ Bucket: target.bucket, Key: key, Body: body, ...more }),
  );
  return stored.ETag ?? '';
}

/** The object's text, or undefined when there is none. */
export async function textOf(target: S3Target, key: string): Promise<string | undefined> {
  try {
    const { Body } = await target.client.send(new GetObjectCommand({ Bucket: target.bucket, Key: key }));
    return await Body?.transformToString();
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
    throw error;
  }
}

export async function exists(target: S3Target, key: string): Promise<boolean> {
  try {
    await target.client.send(new HeadObjectCommand({ Bucket: target.bucket, Key: key }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFound') return false;
    throw error;
  }
}

/** The code in an S3 error document. */
export async function errorCode(response: Response): Promise<string | undefined> {
  return /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1];
}
