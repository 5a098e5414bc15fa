import { z } from 'zod';
import { OBJECT_SIZE_BYTES_MAX } from '../body/body-rules.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { Keyring } from '../sigv4/keyring.ts';
import { parseScope, signingKeyOf } from '../sigv4/keyring.ts';
import { ALGORITHM, equalSignatures, signText } from '../sigv4/signing.ts';

/** The fields of a browser's form before the file, by lower-case name. */
export type FormFields = Readonly<Record<string, string>>;

const condition = z.union([
  z.tuple([z.literal('content-length-range'), z.number().int().min(0), z.number().int().min(0)]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
  z.record(z.string(), z.string()),
]);

const policyDocument = z.object({
  expiration: z.iso.datetime({ offset: true }),
  conditions: z.array(condition).max(100),
});

/** How large the file may be. */
export interface SizeRange {
  readonly sizeBytesMin: number;
  readonly sizeBytesMax: number;
}

/** Proves the policy's signature, then holds every field of the form against it. */
export function assertPostPolicy(fields: FormFields & { readonly bucket: string }, keyring: Keyring): SizeRange {
  const { policy, 'x-amz-signature': signature, 'x-amz-date': amzDate = '' } = fields;
  if (policy === undefined || signature === undefined)
    throw new S3Error('AccessDenied', 'A signed policy is required.');
  if (fields['x-amz-algorithm'] !== ALGORITHM)
    throw new S3Error('InvalidArgument', 'X-Amz-Algorithm is not supported.');
  const scope = parseScope(fields['x-amz-credential'] ?? '', amzDate, keyring);
  const expected = signText(signingKeyOf(keyring, scope), policy);
  if (!equalSignatures(expected, signature)) throw new S3Error('SignatureDoesNotMatch');
  const { expiration, conditions } = parsePolicy(policy);
  if (Date.parse(expiration) <= Date.now()) throw refusedByPolicy('Policy expired.');
  return assertConditions(fields, conditions);
}

function parsePolicy(base64: string): z.infer<typeof policyDocument> {
  try {
    return policyDocument.parse(JSON.parse(Buffer.from(base64, 'base64').toString('utf8')));
  } catch {
    throw refusedByPolicy('Invalid Policy document.');
  }
}

const NEVER_IN_POLICY = new Set(['policy', 'x-amz-signature', 'file']);

function assertConditions(fields: FormFields, conditions: readonly z.infer<typeof condition>[]): SizeRange {
  let range: SizeRange = { sizeBytesMin: 0, sizeBytesMax: OBJECT_SIZE_BYTES_MAX };
  const covered = new Set<string>();
  for (const rule of conditions) {
    if (Array.isArray(rule) && rule[0] === 'content-length-range') {
      const { sizeBytesMin, sizeBytesMax } = range;
      range = { sizeBytesMin: Math.max(sizeBytesMin, rule[1]), sizeBytesMax: Math.min(sizeBytesMax, rule[2]) };
      continue;
    }
    for (const { name, holds } of matchers(
      rule as Exclude<typeof rule, readonly ['content-length-range', ...unknown[]]>,
    )) {
      covered.add(name);
      if (!holds(fields[name] ?? '')) throw refusedByPolicy(`Policy Condition failed: ${JSON.stringify(rule)}`);
    }
  }
  const extra = Object.keys(fields).find((name) => !covered.has(name) && !NEVER_IN_POLICY.has(name) && !ignored(name));
  if (extra !== undefined) throw refusedByPolicy(`Extra input fields: ${extra}`);
  return range;
}

interface Matcher {
  readonly name: string;
  readonly holds: (value: string) => boolean;
}

function matchers(rule: readonly ['eq' | 'starts-with', string, string] | Readonly<Record<string, string>>): Matcher[] {
  if (!isOperatorRule(rule)) {
    return Object.entries(rule).map(([name, wanted]) => ({
      name: name.toLowerCase(),
      holds: (value) => value === wanted,
    }));
  }
  const [operator, field, wanted] = rule;
  const holds = operator === 'eq' ? (value: string) => value === wanted : (value: string) => value.startsWith(wanted);
  return [{ name: field.slice(1).toLowerCase(), holds }];
}

function isOperatorRule(rule: unknown): rule is readonly ['eq' | 'starts-with', string, string] {
  return Array.isArray(rule);
}

function ignored(name: string): boolean {
  return name.startsWith('x-ignore-');
}

function refusedByPolicy(reason: string): S3Error {
  return new S3Error('AccessDenied', `Invalid according to Policy: ${reason}`);
}
