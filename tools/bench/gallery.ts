import { parseArgs } from 'node:util';
import { acquireStack } from '@modu/embedded';
import { isRefusal } from '@modu/errors';
import { createLogger } from '@modu/logger';
import { migrate } from '@modu/postgres';
import type { ImageFilterArguments } from '../../subgraphs/gallery/src/domain/image-filter.ts';
import { createBoardStore } from '../../subgraphs/gallery/src/store/board-store.ts';
import { createCountStore } from '../../subgraphs/gallery/src/store/count-store.ts';
import { openDatabase } from '../../subgraphs/gallery/src/store/database.ts';
import { MIGRATIONS_DIR } from '../../subgraphs/gallery/src/migrations.ts';
import type { GalleryDatabase } from '../../subgraphs/gallery/src/store/database.ts';
import { createImageList } from '../../subgraphs/gallery/src/store/image-list.ts';
import { listFacets } from '../../subgraphs/gallery/src/operations/list-facets.ts';
import { listImages } from '../../subgraphs/gallery/src/operations/list-images.ts';
import type { ImageListing } from '../../subgraphs/gallery/src/operations/list-images.ts';
import { readTimeline } from '../../subgraphs/gallery/src/operations/read-timeline.ts';
import { quantile } from '../tidy/census.ts';
import { PROMPT_WORDS } from '../seed/prompt-words.ts';

// Pages and searches of the largest gallery of a seeded data directory (tools/seed), as the domain's operations answer them.
// npm run bench:gallery -- --data-dir .modu
const { values } = parseArgs({
  options: { 'data-dir': { type: 'string', default: '.modu' }, rounds: { type: 'string', default: '200' } },
});
const ROUNDS = Number(values.rounds);

const { url, release } = await galleryUrl();
// Seeded by an earlier version, perhaps.
await migrate({ url, dir: MIGRATIONS_DIR });
const database = openDatabase(url);
const deps = {
  list: createImageList(database),
  counts: createCountStore(database),
  boards: createBoardStore(database),
};
const { ownerId, images } = await largestGallery(database);
const viewer = { kind: 'user', userId: ownerId, role: 'MEMBER', locale: 'en' } as const;

const { en, ko } = PROMPT_WORDS;
const pick = (words: readonly string[], n: number) => words[(n * 7919) % words.length] ?? '';
const searches: Readonly<Record<string, (n: number) => string>> = {
  'search, a word that many pictures have': (n) => pick([...en.subject, ...en.mood, ...en.style], n),
  'search, two words': (n) => `${pick(en.mood, n)} ${pick(en.subject, n + 3)}`,
  'search, three words and a phrase': (n) =>
    `${pick(en.mood, n)} ${pick(en.subject, n + 3)} ${pick(en.place, n)} ${pick(en.style, n)}`,
  'search, a few pictures (plate number)': (n) => `plate ${(n * 131) % 20_000}`,
  'search, Korean word': (n) => pick([...ko.subject, ...ko.mood], n),
  'search, two Korean words': (n) => `${pick(ko.mood, n)} ${pick(ko.subject, n + 5)}`,
  'search, beginning of a word': (n) => pick(en.subject, n).slice(0, 4),
  'search, misspelt word': (n) => pick(en.subject, n).replace(/^(..)(.)(.)/, '$1$3$2'),
};

const mixed = Object.entries(searches)
  .filter(([name]) => !name.includes('misspelt'))
  .map(([, wordOf]) => wordOf);
const anySearch = (n: number) => (mixed[n % mixed.length] ?? String)(n);
const timeline = (filter: ImageFilterArguments) => readTimeline(filter, { viewer, deps });
const facets = (filter: ImageFilterArguments) => listFacets(filter, { viewer, deps });
const fluxes = (await deps.counts.total({ ownerId, filter: { trashed: false, modelId: 'flux' } })) ?? 0;
const middle = await placeOf(0.5);
const end = await placeOf(0.9999);
const figures: [string, number[]][] = [
  ['first page', await timed(() => list({}))],
  ['page in the middle, by cursor', await timed(() => list({ after: middle }))],
  ['page at the end, by cursor', await timed(() => list({ after: end }))],
  ['page anywhere, by day and place', await timed(() => list({ beginAt: anywhere() }))],
  ['last page, by place', await timed(() => list({ first: 60, beginAt: { skip: images - 60 } }))],
  ['page in the middle, by place', await timed((n) => list({ beginAt: { skip: Math.floor(images / 2) + n } }))],
  ['starred, first page', await timed(() => list({ starred: true }))],
  ['one model, first page', await timed(() => list({ modelId: 'flux' }))],
  ['one model, last page by place', await timed(() => list({ modelId: 'flux', beginAt: { skip: fluxes - 60 } }))],
  ['one shape, first page', await timed(() => list({ shape: 'PORTRAIT' }))],
  ['one tag, first page', await timed(() => list({ tag: 'print' }))],
  ['largest, first page', await timed(() => list({ sort: 'LARGEST' }))],
  [
    'largest, anywhere by place',
    await timed((n) => list({ sort: 'LARGEST', beginAt: { skip: (n * 7_919) % images } })),
  ],
  ['timeline of all', await timed(() => timeline({}))],
  ['timeline of one model', await timed(() => timeline({ modelId: 'flux' }))],
  ['timeline of the starred of one model', await timed(() => timeline({ modelId: 'flux', starred: true }))],
  ['timeline of a search, all kinds', await timed((n) => timeline({ search: anySearch(n) }))],
  ['facets of all', await timed(() => facets({}))],
  ['facets of one model', await timed(() => facets({ modelId: 'flux' }))],
  ['facets of a search, all kinds', await timed((n) => facets({ search: anySearch(n) }))],
];
for (const [name, wordOf] of Object.entries(searches))
  figures.push([name, await timed((n) => list({ search: wordOf(n) }))]);
figures.push(['search, all but misspelt, mixed', await timed((n) => list({ search: anySearch(n) }))]);

console.log(
  `${images.toLocaleString('en')} images, ${ROUNDS} rounds each\n\n| figure | p50 ms | p95 ms | max ms |\n|---|---:|---:|---:|`,
);
for (const [name, times] of figures) {
  console.log(`| ${name} | ${[0.5, 0.95, 1].map((q) => quantile(times, q).toFixed(1)).join(' | ')} |`);
}
await database.$disconnect();
await release();

async function list(listing: ImageListing) {
  const listed = await listImages({ first: 50, ...listing }, { viewer, deps });
  if (isRefusal(listed)) throw new Error(listed.reason);
  return listed;
}

async function timed(work: (round: number) => Promise<unknown>): Promise<number[]> {
  for (let round = 0; round < 5; round++) await work(round);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    await work(round);
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** A cursor at a share of the whole list. */
async function placeOf(share: number): Promise<string> {
  const { pageInfo } = await list({ first: 1, beginAt: { skip: Math.floor(images * share) } });
  return pageInfo.endCursor ?? '';
}

function anywhere() {
  const day = new Date(Date.now() - Math.random() * 3 * 365 * 86_400_000).toISOString().slice(0, 10);
  return { day, skip: Math.floor(Math.random() * 900) };
}

async function largestGallery(db: GalleryDatabase) {
  const [row] = await db.$queryRaw<{ ownerId: string; images: bigint }[]>`
    SELECT owner_id AS "ownerId", sum(kept) AS images FROM image_days GROUP BY 1 ORDER BY 2 DESC LIMIT 1`;
  if (!row) throw new Error('There is no gallery. Seed one first: node tools/seed/index.ts');
  return { ownerId: row.ownerId, images: Number(row.images) };
}

/** The database that is given, or the embedded one of a data directory. */
async function galleryUrl() {
  const given = process.env['GALLERY_DATABASE_URL'];
  if (given) return { url: given, release: async () => {} };
  const want = { postgres: true, mongo: true, s3: true };
  const logger = createLogger({ level: 'warn' });
  const stack = await acquireStack({ dataDir: values['data-dir'], want, corsOrigins: [], logger });
  return { url: stack.postgresUrl('gallery'), release: () => stack.stop() };
}
