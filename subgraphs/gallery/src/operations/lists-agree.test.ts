import { aPerson } from '@modu/assets/testing';
import type { UserViewer } from '@modu/viewer';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RowDetails, RunningGallery } from '../../testing/index.ts';

interface Row extends Required<Pick<RowDetails, 'tags' | 'starred' | 'modelId' | 'width' | 'height' | 'createdAt'>> {
  readonly prompt: string;
  /** Ids of the boards it is on. */
  readonly boards: readonly string[];
}

interface Wanted {
  readonly sort: 'NEWEST' | 'OLDEST' | 'LARGEST';
  readonly first: number;
  readonly search?: string | undefined;
  readonly starred?: boolean | undefined;
  readonly boardId?: string | undefined;
  readonly modelId?: string | undefined;
  readonly shape?: 'SQUARE' | 'LANDSCAPE' | 'PORTRAIT' | undefined;
  readonly tag?: string | undefined;
  readonly pixelsMin?: number | undefined;
  readonly pixelsMax?: number | undefined;
  readonly createdFrom?: string | undefined;
  readonly createdTo?: string | undefined;
}

const VARIABLES = `$search: String, $starred: Boolean, $boardId: ID, $modelId: ID, $shape: ImageShape, $tag: String,
  $pixelsMin: Int, $pixelsMax: Int, $createdFrom: DateTime, $createdTo: DateTime`;
const PASS = VARIABLES.replace(/\$(\w+): \w+/g, '$1: $$$1');
const LIST = `query ($first: Int, $after: String, $sort: ImageSort, $beginAt: ImagePlaceInput, $moments: [DateTime!]!, ${VARIABLES}) {
  images(first: $first, after: $after, sort: $sort, beginAt: $beginAt, ${PASS}) {
    totalCount edges { node { prompt } } pageInfo { hasNextPage endCursor } }
  imageFacets(${PASS}) { models { model { id } count } shapes { shape count } tags { tag count } boards { board { id } count } sizes { pixelsMin count } starredCount }
  imageTimeline(${PASS}) { totalCount days counts since(moments: $moments) { since count exact } } }`;

interface Answer {
  readonly images: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly prompt: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly imageFacets: {
    readonly models: readonly { readonly model: { readonly id: string }; readonly count: number }[];
    readonly shapes: readonly { readonly shape: string; readonly count: number }[];
    readonly tags: readonly { readonly tag: string; readonly count: number }[];
    readonly sizes: readonly { readonly pixelsMin: number; readonly count: number }[];
    readonly boards: readonly { readonly board: { readonly id: string }; readonly count: number }[];
    readonly starredCount: number;
  };
  readonly imageTimeline: {
    readonly totalCount: number;
    readonly days: readonly string[];
    readonly counts: readonly number[];
    readonly since: readonly { readonly since: string; readonly count: number; readonly exact: boolean }[];
  };
}

const ROWS = 150;
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-05'];
/** Among the hours pictures have: midnight, the morning, the evening, and long before. */
const MOMENTS = [
  '2026-03-02T00:00:00.000Z',
  '2026-03-05T01:30:00.000Z',
  '2026-03-01T20:00:00.000Z',
  '2020-01-01T00:00:00.000Z',
];
const BOARDS = ['0190a0b0-0000-7000-8000-000000000001', '0190a0b0-0000-7000-8000-000000000002'];
const TAGS = ['50%', 'back\\slash', '고양이', 'print'];
const SIDES = [1_000, 2_000, 3_000];
const WORDS = ['lighthouse', '고양이', '50%'];

const shapeOf = ({ width, height }: Row) => (width === height ? 'SQUARE' : width > height ? 'LANDSCAPE' : 'PORTRAIT');

let gallery: RunningGallery;
let person: UserViewer;
let rows: readonly Row[];

const row = fc.record({
  tags: fc.subarray(TAGS),
  starred: fc.boolean(),
  modelId: fc.constantFrom('sketch', 'flux'),
  width: fc.constantFrom(...SIDES),
  height: fc.constantFrom(...SIDES),
  day: fc.constantFrom(...DAYS),
  hour: fc.constantFrom(0, 12, 23),
  words: fc.subarray(WORDS),
  boards: fc.subarray(BOARDS),
});

/** Many of one moment and of one size, in an order that nothing but their ids gives. */
async function fillWall(): Promise<readonly Row[]> {
  const [drawn = []] = fc.sample(fc.array(row, { minLength: ROWS, maxLength: ROWS }), { numRuns: 1, seed: 20_261_123 });
  const made = drawn.map(({ day, hour, words, boards: _, ...rest }, n) => ({
    ...rest,
    prompt: `${words.join('가 ')}에 p${n}`,
    createdAt: new Date(`${day}T${String(hour).padStart(2, '0')}:59:59.999Z`),
  }));
  const ids = await writeRows(gallery, person.userId, made);
  await writeRows(gallery, aPerson().userId, made);
  const boards = BOARDS.map((id, place) => ({ id, place, ownerId: person.userId, name: `Board ${place}` }));
  await gallery.database.board.createMany({ data: boards });
  const onBoards = drawn.flatMap((one, n) => one.boards.map((boardId) => ({ boardId, imageId: String(ids[n]) })));
  await gallery.database.boardImage.createMany({ data: onBoards });
  return made.map((one, n) => ({ ...one, id: ids[n], boards: drawn[n]?.boards ?? [] }));
}

beforeAll(async () => {
  gallery = await startGallery();
  person = aPerson();
  rows = await fillWall();
});
afterAll(() => gallery.stop());

const compare = <Key extends string | number>(left: Key, right: Key) => (left < right ? -1 : left > right ? 1 : 0);
const byAge = (left: Row, right: Row) =>
  compare(left.createdAt.getTime(), right.createdAt.getTime()) || compare(idOf(left), idOf(right));
const idOf = (one: Row) => (one as Row & { readonly id: string }).id;
const pixels = ({ width, height }: Row) => width * height;
const ORDERS = {
  OLDEST: byAge,
  NEWEST: (left: Row, right: Row) => byAge(right, left),
  LARGEST: (left: Row, right: Row) => pixels(right) - pixels(left) || byAge(right, left),
};

/** The rows as somebody would pick them by hand. */
function pick({ sort, search, starred, boardId, modelId, shape, tag, ...bounds }: Wanted): readonly Row[] {
  const { pixelsMin = 0, pixelsMax = Infinity, createdFrom, createdTo } = bounds;
  const holds = (one: Row) =>
    pixels(one) >= pixelsMin &&
    pixels(one) <= pixelsMax &&
    (search === undefined || `${one.prompt} ${one.tags.join(' ')}`.includes(search.toLowerCase())) &&
    (starred === undefined || one.starred === starred) &&
    (boardId === undefined || one.boards.includes(boardId)) &&
    (modelId === undefined || one.modelId === modelId) &&
    (shape === undefined || shapeOf(one) === shape) &&
    (tag === undefined || one.tags.includes(tag)) &&
    (createdFrom === undefined || one.createdAt >= new Date(createdFrom)) &&
    (createdTo === undefined || one.createdAt < new Date(createdTo));
  return rows.filter(holds).toSorted(ORDERS[sort]);
}

async function ask(args: object): Promise<Answer> {
  const { data, errors } = await gallery.ask(person, LIST, { ...args, moments: MOMENTS });
  if (!data) throw new Error(JSON.stringify(errors));
  return data as unknown as Answer;
}

const promptsOf = ({ images }: Answer) => images.edges.map(({ node }) => node.prompt);

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const wanted: fc.Arbitrary<Wanted> = fc.record({
  sort: fc.constantFrom('NEWEST', 'OLDEST', 'LARGEST'),
  first: fc.integer({ min: 7, max: 60 }),
  search: fc.option(fc.constantFrom('lighthouse', 'LightHouse', '고양이', '50%', '양이'), { nil: undefined, freq: 1 }),
  starred: maybe(fc.boolean()),
  boardId: fc.option(fc.constantFrom(...BOARDS), { nil: undefined, freq: 1 }),
  modelId: maybe(fc.constantFrom('sketch', 'flux')),
  shape: maybe(fc.constantFrom('SQUARE', 'LANDSCAPE', 'PORTRAIT')),
  tag: maybe(fc.constantFrom(...TAGS)),
  pixelsMin: maybe(fc.constantFrom(1, 2_000_000, 4_000_000)),
  pixelsMax: maybe(fc.constantFrom(4_000_000, 6_000_000)),
  createdFrom: maybe(fc.constantFrom('2026-03-01T12:59:59.999Z', '2026-03-02T00:00:00Z')),
  createdTo: maybe(fc.constantFrom('2026-03-05T00:00:00Z', '2026-03-05T23:59:59.999Z')),
});

describe('whatever a wall is narrowed and ordered by', () => {
  it('its pages hold just the pictures that fit, each once and in order; totals, days and facets say as many', async () => {
    const checked = fc.asyncProperty(wanted, fc.nat({ max: ROWS }), async (args, skip) => {
      const expected = pick(args);
      const prompts = expected.map(({ prompt }) => prompt);
      const found: string[] = [];
      for (let after: string | null = null; ;) {
        const answer: Answer = await ask({ ...args, after });
        found.push(...promptsOf(answer));
        expect(answer.images.totalCount).toBe(prompts.length);
        after = answer.images.pageInfo.hasNextPage ? answer.images.pageInfo.endCursor : null;
        if (after === null) break;
      }
      expect(found).toEqual(prompts);
      const answer = await ask({ ...args, beginAt: { skip } });
      expect(promptsOf(answer)).toEqual(prompts.slice(skip, skip + args.first));
      expectCounts(answer, expected);
    });
    await fc.assert(checked, { numRuns: RUNS, seed: 20_261_123, endOnFailure: true });
  }, 300_000);
});

const RUNS = 120;

function expectCounts({ imageFacets: facets, imageTimeline: timeline }: Answer, expected: readonly Row[]): void {
  const tally = (values: readonly string[]) =>
    Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));
  expect(Object.fromEntries(facets.models.map(({ model, count }) => [model.id, count]))).toEqual(
    tally(expected.map(({ modelId }) => modelId)),
  );
  expect(Object.fromEntries(facets.shapes.map(({ shape, count }) => [shape, count]))).toEqual(
    tally(expected.map(shapeOf)),
  );
  expect(Object.fromEntries(facets.tags.map(({ tag, count }) => [tag, count]))).toEqual(
    tally(expected.flatMap(({ tags }) => tags)),
  );
  expect(Object.fromEntries(facets.boards.map(({ board, count }) => [board.id, count]))).toEqual(
    tally(expected.flatMap(({ boards }) => boards)),
  );
  const steps = [1_000_000, 4_000_000, 8_000_000, 16_000_000].map((pixelsMin) => ({
    pixelsMin,
    count: expected.filter((one) => pixels(one) >= pixelsMin).length,
  }));
  expect(facets.sizes).toEqual(steps.filter(({ count }) => count > 0));
  expect(timeline.since).toEqual(
    MOMENTS.map((since) => ({
      ...{ since, exact: true },
      count: expected.filter(({ createdAt }) => createdAt >= new Date(since)).length,
    })),
  );
  expect(facets.starredCount).toBe(expected.filter(({ starred }) => starred).length);
  expect(Object.fromEntries(timeline.days.map((day, n) => [day, timeline.counts[n]]))).toEqual(
    tally(expected.map(({ createdAt }) => createdAt.toISOString().slice(0, 10))),
  );
}
