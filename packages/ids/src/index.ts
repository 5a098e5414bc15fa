import { v5, v7, validate } from 'uuid';

/** The namespace of every derived id of the product. Never change it: ids of existing records depend on it. */
const NAMESPACE = '6f1c7b52-7a0e-5d52-9d3b-6b1f2f0c9a41';

/** A new id: a UUID v7, so that ids made later sort later. */
export function createId(): string {
  return v7();
}

/**
 * The same parts always give the same id (UUID v5). Retried work uses it, so that a second run finds what the first one
 * made: `deriveId('asset', jobId, 'original')`.
 */
export function deriveId(...parts: readonly [string, ...string[]]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}

/** The id of the file that a service announces for its owner under an idempotency key. */
export function assetIdOf(ownerId: string, idempotencyKey: string): string {
  return deriveId('asset', ownerId, idempotencyKey);
}

/**
 * The id of the file that its owner announces themself. Keys of services follow from ids that people know: in one space
 * with theirs, somebody could take the place of what a service is about to store.
 */
export function ownAssetIdOf(ownerId: string, idempotencyKey: string): string {
  return deriveId('asset', ownerId, 'own', idempotencyKey);
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && validate(value);
}
