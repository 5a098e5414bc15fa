import { S3Error } from '../protocol/s3-error.ts';
import type { CredentialScope } from './signing.ts';
import { deriveSigningKey } from './signing.ts';

export interface Keyring {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Parses `accessKeyId/day/region/s3/aws4_request` and checks that it is ours and of the request's day. */
export function parseScope(credential: string, amzDate: string, keyring: Keyring): CredentialScope {
  const [accessKeyId = '', day = '', region = '', service = '', terminator, extra] = credential.split('/');
  if (terminator !== 'aws4_request' || extra !== undefined || service !== 's3' || day !== amzDate.slice(0, 8)) {
    throw new S3Error('AuthorizationHeaderMalformed');
  }
  if (region !== keyring.region) {
    throw new S3Error(
      'AuthorizationHeaderMalformed',
      `The region '${region}' is wrong; expecting '${keyring.region}'.`,
    );
  }
  if (accessKeyId !== keyring.accessKeyId) throw new S3Error('InvalidAccessKeyId');
  return { accessKeyId, day, region, service };
}

export function signingKeyOf(keyring: Keyring, scope: CredentialScope): Buffer {
  return deriveSigningKey(keyring.secretAccessKey, scope);
}
