/** Bytes on their way in or out of a storage account. */
export interface Move {
  /** Made for this one move and never used again. */
  readonly token: string;
  readonly kind: 'ARRIVING' | 'LEAVING';
  readonly assetId: string;
  readonly bytes: number;
  readonly at: Date;
}

export interface StorageAccount {
  readonly userId: string;
  readonly usedBytes: number;
  readonly reservedBytes: number;
  readonly moves: readonly Move[];
  readonly version: number;
}

/** Uploads one person may have open at the same time; their reservations lie in one document. */
export const OPEN_UPLOADS_MAX = 500;
