import type { Collection, Db, Long } from 'mongodb';
import type { Preview } from '../domain/preview.ts';
import type { AssetPurpose, AssetStatus, Rejection } from '../domain/asset.ts';

/** An asset as it is stored. Fields that end in `At` or `Until` are dates in UTC. */
export interface AssetDocument {
  readonly _id: string;
  readonly ownerId: string;
  readonly filename: string;
  readonly contentType: string;
  readonly sizeBytes: Long | number;
  readonly sha256: string;
  readonly purpose: AssetPurpose;
  readonly imageId?: string;
  readonly status: AssetStatus;
  readonly objectKey: string;
  readonly multipart?: { readonly uploadId: string; readonly partSizeBytes: number };
  readonly reservation: string;
  readonly departure?: string;
  readonly rejection?: Rejection;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When the bytes of a rejected or deleted asset are to be removed; unset once that is done for good. */
  readonly sweepAt?: Date;
  /** When the check of an upload in SCANNING is due; whoever takes it moves it into the future. */
  readonly checkAt?: Date;
  readonly checkTries?: number;
  readonly preview?: Preview;
  /** When the preview of a READY file is due, and how often it was tried. */
  readonly deriveAt?: Date;
  readonly deriveTries?: number;
  /** The same of a file from before there was such a preview. */
  readonly backfillAt?: Date;
  /** In the trash since; still READY, still counted. */
  readonly trashedAt?: Date;
  /** Somebody removes the bytes until then; meanwhile the asset can't be revived. */
  readonly sweepLeaseUntil?: Date;
}

/** Bytes on their way in (reserved, not used) or out (used until they have left). */
export interface MoveDocument {
  readonly kind: 'ARRIVING' | 'LEAVING';
  readonly assetId: string;
  readonly bytes: Long | number;
  readonly at: Date;
}

/** The storage account of one person, in one document, so that every change of it is atomic. */
export interface StorageDocument {
  readonly _id: string;
  readonly usedBytes: Long | number;
  readonly reservedBytes: Long | number;
  /** Used and reserved together: what the quota is compared with. */
  readonly committedBytes: Long | number;
  /** By token: a reservation or a departure. A token is never used twice, so a late repetition changes nothing. */
  readonly moves: Readonly<Record<string, MoveDocument>>;
  readonly moveCount: number;
  /** Counts the changes, so that an audit notices one that came between. */
  readonly version: number;
  readonly checkedAt: Date;
  readonly auditedAt: Date;
  /** The person's account has gone since then; when what is left is to be looked at again. */
  readonly departedAt?: Date;
  readonly forgetAt?: Date;
}

/** An object of the bucket that no record names. */
export interface OrphanDocument {
  /** Its key; or `upload:` with the bucket's name of an upload in parts. */
  readonly _id: string;
  readonly key: string;
  readonly uploadId?: string;
  readonly sizeBytes: Long | number;
  readonly foundAt: Date;
  /** While it is being removed. */
  readonly leaseUntil?: Date;
}

/** A picture made of other pictures for one place of the bucket, which is its id. */
export interface CopyDocument {
  readonly _id: string;
  readonly ownerId: string;
  readonly sources: readonly string[];
  /** Names the bytes that lie there; unset while they are being made or removed. */
  readonly version?: string;
  /** Somebody makes or removes it until then. */
  readonly leaseUntil?: Date;
}

/** Where a walk that is longer than a round stands. */
export interface WalkDocument {
  readonly _id: string;
  readonly after?: string;
  readonly step: number;
}

export interface Collections {
  readonly walks: Collection<WalkDocument>;
  readonly orphans: Collection<OrphanDocument>;
  readonly copies: Collection<CopyDocument>;
  readonly assets: Collection<AssetDocument>;
  readonly storage: Collection<StorageDocument>;
}

export function openCollections(db: Db): Collections {
  return {
    assets: db.collection<AssetDocument>('assets'),
    storage: db.collection<StorageDocument>('storage'),
    orphans: db.collection<OrphanDocument>('orphans'),
    copies: db.collection<CopyDocument>('copies'),
    walks: db.collection<WalkDocument>('walks'),
  };
}
