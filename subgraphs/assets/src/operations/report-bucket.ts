import type { Place } from './read-bucket-page.ts';
import { compareBucket, findOpenOrphans } from './reconcile-objects.ts';
import type { Looking } from './reconcile-objects.ts';

/** So many of each kind are named; all are counted. */
const NAMED_MAX = 20;

export interface Findings {
  readonly count: number;
  /** The first of them. */
  readonly named: readonly string[];
}

/** How bucket and records differ at this moment. */
export interface BucketReport {
  /** Objects that no record wants, by key. */
  readonly orphans: Findings & { readonly sizeBytes: number };
  /** READY records whose object is not there, by id. */
  readonly lost: Findings;
  /** Uploads in parts that no draft names, by key, with the bytes of the parts that have arrived. */
  readonly open: Findings & { readonly sizeBytes: number };
  /** Objects that are not ours to judge. */
  readonly foreign: number;
}

/** Walks the whole bucket as the tidying does, page by page, and only looks: nothing is noted, nothing is removed. */
export async function reportBucket(deps: Looking): Promise<BucketReport> {
  const orphans = aCount();
  const lost = aCount();
  const open = aCount();
  let foreign = 0;
  let place: Place;
  do {
    const page = await compareBucket(place, deps);
    for (const { key, sizeBytes } of page.orphans) orphans.add(key, sizeBytes);
    for (const id of page.lost) lost.add(id);
    foreign += page.foreign;
    place = page.next;
  } while (place !== undefined);
  for (const { key, uploadId = '' } of await findOpenOrphans(deps)) {
    const parts = (await deps.blobs.listParts({ key, uploadId })) ?? [];
    open.add(
      key,
      parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    );
  }
  const { count, named } = lost.told();
  return { orphans: orphans.told(), lost: { count, named }, open: open.told(), foreign };
}

function aCount() {
  const told = { count: 0, sizeBytes: 0, named: [] as string[] };
  return {
    add: (name: string, sizeBytes = 0) => {
      told.count += 1;
      told.sizeBytes += sizeBytes;
      if (told.named.length < NAMED_MAX) told.named.push(name);
    },
    told: () => told,
  };
}
