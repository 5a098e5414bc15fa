import { createHash } from 'node:crypto';
import { parseFileName } from '@modu/file-names';
import { assetIdOf, createId } from '@modu/ids';
import type { Logger } from '@modu/logger';
import { createSubgraphServer } from '@modu/subgraph';
import type { BaseContext, SubgraphServer } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { IdentityTokens } from '@modu/viewer';
import { openBucket } from './bucket.ts';
import { placesOf } from './bucket-places.ts';

interface StandInAsset {
  readonly id: string;
  readonly filename: string;
  readonly ownerId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly idempotencyKey: string;
  readonly contentType: string;
  readonly purpose?: string | null;
  readonly imageId?: string | null;
  status: 'AWAITING_UPLOAD' | 'READY';
}

interface Announced {
  readonly filename: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly contentType: string;
  readonly idempotencyKey: string;
  readonly purpose?: string | null;
  readonly imageId?: string | null;
}

interface WantedParts {
  readonly id: string;
  readonly parts: readonly { readonly number: number; readonly sha256: string }[];
}

/** Assets' published schema over a map, with a bucket behind it that takes PUT over HTTP, of large files part by part. */
export interface AssetsStandIn {
  readonly service: SubgraphServer;
  readonly assets: ReadonlyMap<string, StandInAsset>;
  /** The next upload of this person is refused with the code. */
  refuseNext(code: string): void;
  /** A file that this person has uploaded. @returns its id. */
  keep(
    ownerId: string,
    file: { readonly bytes: Uint8Array; readonly contentType: string; readonly filename?: string },
  ): string;
  /** What lies in the bucket for an asset. */
  bytesOf(id: string): Uint8Array | undefined;
  stop(): Promise<void>;
}

const refusal = (code: string) => ({ __typename: 'Refusal', code, message: code });

export async function createAssetsStandIn({
  identity,
  logger,
}: {
  identity: IdentityTokens;
  logger: Logger;
}): Promise<AssetsStandIn> {
  const assets = new Map<string, StandInAsset>();
  const bucket = await openBucket();
  const places = placesOf(bucket);
  let refuseNext: string | undefined;

  /** A picture has one original: one that is READY stays, drafts of other runs end. */
  const concludeOriginals = (known: StandInAsset | undefined, { purpose, imageId }: Announced) => {
    if (purpose !== 'IMAGE_ORIGINAL') return undefined;
    const others = [...assets.values()].filter((one) => one.imageId === imageId && one !== known);
    for (const { id, status } of others) if (status !== 'READY') assets.delete(id);
    return others.find(({ status }) => status === 'READY');
  };

  const requestUpload = (ownerId: string, input: Announced) => {
    if (refuseNext) {
      const code = refuseNext;
      refuseNext = undefined;
      return refusal(code);
    }
    if (parseFileName(input.filename) === undefined) return refusal('INVALID_INPUT');
    const known = [...assets.values()].find(({ idempotencyKey }) => idempotencyKey === input.idempotencyKey);
    const original = concludeOriginals(known, input);
    if (!original && known && known.sha256 !== input.sha256) return refusal('CONFLICT');
    const asset = original ??
      known ?? {
        ...input,
        id: assetIdOf(ownerId, input.idempotencyKey),
        ownerId,
        status: 'AWAITING_UPLOAD' as const,
      };
    assets.set(asset.id, asset);
    return places.ticketOf({ ...asset, contentType: input.contentType });
  };

  const completeUpload = (ownerId: string, id: string) => {
    const asset = assets.get(id);
    if (asset?.ownerId !== ownerId) return refusal('NOT_FOUND');
    places.assemble(asset);
    const bytes = bucket.objects.get(id);
    if (!bytes) return refusal('UPLOAD_MISSING');
    if (createHash('sha256').update(bytes).digest('hex') !== asset.sha256) return refusal('CHECKSUM_MISMATCH');
    asset.status = 'READY';
    return { __typename: 'Asset', ...asset };
  };

  const signUploadParts = (ownerId: string, { id, parts }: WantedParts) => {
    const asset = assets.get(id);
    return asset?.ownerId === ownerId ? places.signParts(asset, parts) : refusal('NOT_FOUND');
  };

  const service = await createSubgraphServer<BaseContext>({
    name: 'assets',
    schemaFile: new URL('../../../subgraphs/assets/schema.graphql', import.meta.url),
    identity,
    logger,
    createContext: (base) => base,
    resolvers: {
      Query: {
        asset: (_: unknown, { id }: { id: string }, { viewer }: BaseContext) => {
          const asset = assets.get(id);
          return asset?.ownerId === requireUser(viewer) ? { ...asset, url: () => `${bucket.url}/${id}` } : null;
        },
      },
      Mutation: {
        requestUpload: (_: unknown, { input }: { input: Announced }, { viewer }: BaseContext) =>
          requestUpload(requireUser(viewer), input),
        signUploadParts: (_: unknown, wanted: WantedParts, { viewer }: BaseContext) =>
          signUploadParts(requireUser(viewer), wanted),
        completeUpload: (_: unknown, { id }: { id: string }, { viewer }: BaseContext) =>
          completeUpload(requireUser(viewer), id),
        deleteAsset: (_: unknown, { id }: { id: string }) => {
          assets.delete(id);
          return { __typename: 'DeletedAsset', id };
        },
      },
    },
  });
  return {
    service,
    assets,
    bytesOf: (id) => bucket.objects.get(id),
    keep: (ownerId, { bytes, contentType, filename = 'kept' }) => {
      const id = createId();
      const kept = { id, filename, ownerId, contentType, sha256: '', sizeBytes: bytes.length, idempotencyKey: id };
      assets.set(id, { ...kept, status: 'READY' });
      bucket.objects.set(id, Buffer.from(bytes));
      return id;
    },
    refuseNext: (code) => {
      refuseNext = code;
    },
    stop: async () => {
      await service.stop();
      await bucket.stop();
    },
  };
}
