import type { Collection, Filter } from 'mongodb';
import type { Asset, AssetStatus } from '../domain/asset.ts';
import { toAsset } from './asset-document.ts';
import type { AssetDocument } from './collections.ts';

/** A piece of work on an asset that is ours until `until`. */
export interface Claimed {
  readonly asset: Asset;
  readonly tries: number;
  readonly until: Date;
}

/** Quick work never waits behind slow work, whoever made it. */
export const LANES = ['QUICK', 'SLOW'] as const;
export type Lane = (typeof LANES)[number];

/** Work that waits in the records themselves: a field says when it is due, and taking it moves that into the future. */
export interface DueStore {
  claim(options: { now: Date; leaseMs: number; lane: Lane }): Promise<Claimed | undefined>;
  /** Keeps a claim while the work goes on. @returns the new end, or `undefined` when it was lost. */
  renew(claimed: Claimed, until: Date): Promise<Claimed | undefined>;
  /** Whether any work of the lane is due by then; what is being done is due again when its lease ends. */
  hasDue(by: Date, lane: Lane): Promise<boolean>;
  /** Since when what is due first has been due, whatever its lane. */
  oldestDue(now: Date): Promise<Date | undefined>;
  /** Gives a claim up until then. */
  postpone(claimed: Claimed, at: Date): Promise<void>;
}

interface DueWork {
  readonly status: AssetStatus;
  readonly at: 'checkAt' | 'deriveAt' | 'backfillAt';
  readonly tries: 'checkTries' | 'deriveTries';
  /** What may take minutes; all else is quick. */
  readonly slow: Filter<AssetDocument>;
}

export function createDueStore(assets: Collection<AssetDocument>, { status, at, tries, slow }: DueWork): DueStore {
  const move = async ({ asset, until }: Claimed, to: Date) => {
    const { matchedCount } = await assets.updateOne({ _id: asset.id, status, [at]: until }, { $set: { [at]: to } });
    return matchedCount === 1;
  };
  const ofLane = (lane: Lane): Filter<AssetDocument> => (lane === 'SLOW' ? slow : { $nor: [slow] });
  return {
    claim: async ({ now, leaseMs, lane }) => {
      const until = new Date(now.getTime() + leaseMs);
      const document = await assets.findOneAndUpdate(
        { status, [at]: { $lte: now }, ...ofLane(lane) },
        { $set: { [at]: until }, $inc: { [tries]: 1 } },
        { sort: { [at]: 1 }, returnDocument: 'after' },
      );
      return document ? { asset: toAsset(document), tries: document[tries] ?? 1, until } : undefined;
    },
    renew: async (claimed, until) => ((await move(claimed, until)) ? { ...claimed, until } : undefined),
    hasDue: async (by, lane) => {
      const due = { status, [at]: { $lte: by }, ...ofLane(lane) };
      return (await assets.findOne(due, { projection: { _id: 1 } })) !== null;
    },
    oldestDue: async (now) => {
      const due = { status, [at]: { $lte: now } };
      return (await assets.findOne(due, { sort: { [at]: 1 }, projection: { [at]: 1 } }))?.[at];
    },
    postpone: async (claimed, to) => void (await move(claimed, to)),
  };
}
