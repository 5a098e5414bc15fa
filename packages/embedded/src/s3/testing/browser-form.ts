import { deriveSigningKey, scopeText, signText } from '../sigv4/signing.ts';
import type { S3Target } from './target.ts';

export interface FormOptions {
  readonly key: string;
  readonly sizeRange: readonly [number, number];
  readonly expiresAt?: Date;
  /** Further fields, which the policy allows as they are. */
  readonly more?: Readonly<Record<string, string>>;
}

type FormTarget = Pick<S3Target, 'endpoint' | 'region' | 'credentials' | 'bucket'>;

/** The fields of a signed browser form (POST policy), as a server would hand them to a page. */
export function signForm(target: FormTarget, { key, sizeRange, expiresAt, more }: FormOptions): Record<string, string> {
  const amzDate = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const { accessKeyId, secretAccessKey } = target.credentials;
  const scope = { accessKeyId, day: amzDate.slice(0, 8), region: target.region, service: 's3' };
  const fields = {
    key,
    'content-type': 'image/png',
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${accessKeyId}/${scopeText(scope)}`,
    'x-amz-date': amzDate,
    ...more,
  };
  const policy = {
    expiration: (expiresAt ?? new Date(Date.now() + 60_000)).toISOString(),
    conditions: [
      { bucket: target.bucket },
      ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
      ['content-length-range', ...sizeRange],
    ],
  };
  const text = Buffer.from(JSON.stringify(policy)).toString('base64');
  const signature = signText(deriveSigningKey(secretAccessKey, scope), text);
  return { ...fields, policy: text, 'x-amz-signature': signature };
}

export function postForm(target: FormTarget, fields: Record<string, string>, file: string): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([file], { type: 'image/png' }), 'picture.png');
  return fetch(`${target.endpoint}/${target.bucket}`, { method: 'POST', body: form });
}
