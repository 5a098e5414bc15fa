import { readFileSync } from 'node:fs';

const DAY_MS = 86_400_000;
const manifest = new URL('../../apps/web/src/lib/graph/generated/persisted-documents.json', import.meta.url);
/** As the wall asks for tiles on a screen of ordinary density. */
const TILES = { size: 'SMALL' };

/** The studio's heaviest questions, as it asks them, each with what makes it heavy. */
export const OPERATIONS: readonly (readonly [label: string, operation: string, variables: (ids: Ids) => object])[] = [
  ['a wall of 100', 'WallChunk', () => ({ ...TILES, first: 100 })],
  ['a wall of 100, by words', 'WallChunk', () => ({ ...TILES, first: 100, search: 'persimmon' })],
  ['a wall of 100, starred', 'WallChunk', () => ({ ...TILES, first: 100, starred: true })],
  ['a wall of 100, of one model', 'WallChunk', () => ({ ...TILES, first: 100, modelId: 'sketch' })],
  ['a wall of 100, oldest first', 'WallChunk', () => ({ ...TILES, first: 100, sort: 'OLDEST' })],
  ['the timeline of the wall', 'WallTimeline', () => ({})],
  ['the timeline of a search', 'WallTimeline', () => ({ search: 'persimmon' })],
  ['the facets of the wall', 'WallFacets', () => ({})],
  ['the facets of a search', 'WallFacets', () => ({ search: 'persimmon' })],
  ['a page of pictures', 'Images', () => ({ first: 50 })],
  ['a picture', 'Image', ({ image }) => ({ id: image })],
  ['what a picture was made with', 'MadeWith', ({ image }) => ({ id: image })],
  ['the dashboard', 'Dashboard', month],
  ['what happened', 'Activity', () => ({ first: 50 })],
  ['files', 'Assets', () => ({ first: 50 })],
  ['the history of credits', 'CreditHistory', () => ({ first: 50 })],
  ['credits by day', 'CreditOverview', month],
  ['the queue drawer', 'Jobs', () => ({})],
  ['boards', 'Boards', () => ({})],
  ['plans', 'Plans', () => ({})],
];

export interface Ids {
  readonly image: string;
}

function month() {
  return { from: new Date(Date.now() - 30 * DAY_MS).toISOString(), to: new Date().toISOString() };
}

/** The trusted documents by the names of their operations. */
export function readDocuments(): ReadonlyMap<string, string> {
  const texts = Object.values(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>);
  return new Map(texts.map((text) => [/\bquery (\w+)/.exec(text)?.[1] ?? '', text]));
}
