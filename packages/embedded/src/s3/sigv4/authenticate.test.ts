import { describe, expect, it } from 'vitest';
import { parseRequestTarget } from '../protocol/request-target.ts';
import { authenticate } from './authenticate.ts';
import { sha256Hex } from './signing.ts';

// The worked example of Amazon's own documentation, “Authenticating Requests: Using the Authorization Header”.
const KEYRING = {
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const NOW_MS = Date.UTC(2013, 4, 24);
const SIGNATURE = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41';

function exampleGet(change: Record<string, string> = {}) {
  return {
    method: 'GET',
    target: parseRequestTarget('/test.txt'),
    headers: {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': sha256Hex(''),
      'x-amz-date': '20130524T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
        `SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${SIGNATURE}`,
      ...change,
    },
  };
}

describe('a signed request', () => {
  it('of Amazon’s documentation is accepted', () => {
    expect(authenticate(exampleGet(), KEYRING, NOW_MS)).toEqual({ kind: 'hashed', sha256Hex: sha256Hex('') });
  });

  it.each([
    ['another range', { range: 'bytes=0-99' }, 'SignatureDoesNotMatch'],
    ['another host', { host: 'elsewhere.example' }, 'SignatureDoesNotMatch'],
    ['another payload', { 'x-amz-content-sha256': sha256Hex('x') }, 'SignatureDoesNotMatch'],
    ['a header nobody signed', { 'x-amz-meta-a': 'b' }, 'AccessDenied'],
    ['no date', { 'x-amz-date': '' }, 'AccessDenied'],
    ['no signature', { authorization: 'Bearer token' }, 'AuthorizationHeaderMalformed'],
  ])('with %s is refused', (_what, change, code) => {
    expect(() => authenticate(exampleGet(change), KEYRING, NOW_MS)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [16 * 60_000, 'too late'],
    [-16 * 60_000, 'too early'],
  ])('that comes %i ms off (%s) is refused', (offsetMs) => {
    expect(() => authenticate(exampleGet(), KEYRING, NOW_MS + offsetMs)).toThrow(
      expect.objectContaining({ code: 'RequestTimeTooSkewed' }),
    );
  });

  it('for another region or service is refused', () => {
    for (const scope of ['20130524/eu-west-1/s3', '20130524/us-east-1/ec2', '20130523/us-east-1/s3']) {
      const authorization = exampleGet().headers.authorization.replace('20130524/us-east-1/s3', scope);
      expect(() => authenticate(exampleGet({ authorization }), KEYRING, NOW_MS)).toThrow(
        expect.objectContaining({ code: 'AuthorizationHeaderMalformed' }),
      );
    }
  });
});
