import type { CDPSession, Page } from 'playwright';
import type { Figure } from '../main-job.ts';
import { goTo } from './go-to.ts';
import type { Place } from './go-to.ts';

const PLACES: readonly Place[] = ['Gallery', 'Documents', 'Files', 'Speech', 'Create'];
/** Pages, pictures and words that are fetched once belong to no leak: so often each place is seen before anything is counted. */
const WARM_ROUNDS = 3;
const TOLD = 6;
const SETTLE_MS = 500;

interface Held {
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Bytes by kind of thing. */
  readonly kinds: ReadonlyMap<string, number>;
}

/** Follows the links of the rail a number of times; what the page holds afterwards, after collection, that it did not hold before. */
export async function heapFigures(page: Page, routeChanges: number): Promise<Figure[]> {
  const session = await page.context().newCDPSession(page);
  const change = async (count: number) => {
    for (let each = 0; each < count; each += 1) await goTo(page, PLACES[each % PLACES.length] ?? 'Create');
  };
  await change(WARM_ROUNDS * PLACES.length);
  const before = await holds(session, page);
  await change(routeChanges);
  const after = await holds(session, page);
  await session.detach();
  tell(before, after);
  const over = `over ${routeChanges} route changes`;
  return [
    { name: `heap grown ${over}`, value: (after.bytes - before.bytes) / 1e6, unit: 'MB', goal: 'flat' },
    { name: `elements grown ${over}`, value: after.nodes - before.nodes, unit: '', goal: 'flat' },
    { name: `listeners grown ${over}`, value: after.listeners - before.listeners, unit: '', goal: 'flat' },
  ];
}

async function holds(session: CDPSession, page: Page): Promise<Held> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLE_MS);
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  const kinds = await snapshot(session);
  const { usedSize: bytes } = await session.send('Runtime.getHeapUsage');
  return { bytes, nodes, listeners, kinds };
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly unknown[] };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** A heap snapshot, added up by kind: objects by the name of their class, the rest by its sort. */
async function snapshot(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const chunks: string[] = [];
  const take = ({ chunk }: { readonly chunk: string }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot: head, nodes, strings } = JSON.parse(chunks.join('')) as Snapshot;
  const { node_fields: fields, node_types: types } = head.meta;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field));
  const sorts = types[type ?? 0] as readonly string[];
  const kinds = new Map<string, number>();
  for (let at = 0; at < nodes.length; at += fields.length) {
    const sort = sorts[nodes[at + (type ?? 0)] ?? 0] ?? '';
    const called = strings[nodes[at + (name ?? 0)] ?? 0] ?? '';
    const kind = sort === 'object' || sort === 'native' ? `${sort} ${called.slice(0, 60)}` : sort;
    kinds.set(kind, (kinds.get(kind) ?? 0) + (nodes[at + (size ?? 0)] ?? 0));
  }
  return kinds;
}

/** What grew most, so that growth says where it comes from. */
function tell(before: Held, after: Held): void {
  const grown = [...after.kinds].map(([kind, bytes]) => ({ kind, bytes: bytes - (before.kinds.get(kind) ?? 0) }));
  console.log('Two heap snapshots compared; what grew most:');
  for (const { kind, bytes } of grown.toSorted((one, other) => other.bytes - one.bytes).slice(0, TOLD))
    console.log(`  ${(bytes / 1000).toFixed(1)} kB  ${kind}`);
}
