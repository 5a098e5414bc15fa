import { aPerson } from '@modu/assets/testing';
import { isRefusal } from '@modu/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countReading, startGallery } from '../../testing/index.ts';
import type { ReadingCounter, RunningGallery } from '../../testing/index.ts';
import type { Image } from '../domain/image.ts';
import type { ImageFilter } from '../domain/image-filter.ts';
import type { ImagePosition, ImageSort } from '../domain/image-order.ts';
import { parseSearch } from '../domain/search-words.ts';
import { createCountStore } from './count-store.ts';
import type { FoundPage } from './image-find.ts';
import { createImageList } from './image-list.ts';
import type { ImagePageQuery } from './image-list.ts';

const IMAGES = 10_000;
const IMAGES_AT_ONCE = 2_000;
/** A twentieth of what is taken for common in a gallery of a million, which is a hundred times as large. */
const COMMON = { fewMin: 0, matchesMin: 250, rowsMax: 500, sortedMax: 500 };
/** What is taken to be few, read by its index and then by itself; the rows that are walked; the page. */
const ROWS_MAX = 2 * COMMON.matchesMin + 2 * COMMON.rowsMax + 200;
const { userId: ownerId } = aPerson();

let gallery: RunningGallery;
let counter: ReadingCounter;

/**
 * Pictures that stand where one looks for them last: the square ones are the smallest, the portraits the largest, "museum" and
 * the tag `first` are on the oldest, "harbour" on the oldest three tenths, the tag `small` on the smallest. Every fourth is of a cat, every twentieth of a lighthouse and its keeper; fifty of the older half are the widest.
 */
beforeAll(async () => {
  gallery = await startGallery();
  counter = countReading(gallery);
  for (let n = 0; n < IMAGES; n += IMAGES_AT_ONCE) await writeImages(n + 1, n + IMAGES_AT_ONCE);
  await gallery.database.$executeRaw`VACUUM (ANALYZE) images`;
});
afterAll(() => gallery.stop());

function writeImages(from: number, to: number): Promise<number> {
  return gallery.database.$executeRaw`
    INSERT INTO images (id, owner_id, asset_id, thumbnail_asset_id, thumbhash, width, height, prompt, model_id, tags, starred,
      created_at, deleted_at)
    SELECT gen_random_uuid(), ${ownerId}, gen_random_uuid(), gen_random_uuid(), '',
      CASE WHEN n % 80 = 4 AND n < 4000 THEN 4096 ELSE CASE n % 10 WHEN 0 THEN 1536 WHEN 1 THEN 640 WHEN 2 THEN 1024 WHEN 3 THEN 1024 ELSE 1536 END END,
      CASE WHEN n % 80 = 4 AND n < 4000 THEN 3072 ELSE CASE n % 10 WHEN 0 THEN 2048 WHEN 1 THEN 640 ELSE 1024 END END,
      'a quiet ' || (ARRAY['cat', 'dog', 'owl', 'fox'])[1 + n / 7 % 4] || ' by the sea' || CASE WHEN n < 150 THEN ', museum' ELSE '' END || CASE WHEN n < 3000 THEN ', harbour' ELSE '' END
        || CASE WHEN n % 20 = 0 THEN ', lighthouse keeper' ELSE '' END,
      (ARRAY['sketch', 'sdxl', 'flux'])[1 + n / 3 % 3],
      array_remove(ARRAY[CASE WHEN n % 10 = 1 THEN 'small' END, CASE WHEN n < 150 THEN 'first' END, CASE WHEN n / 10 % 5 = 0 THEN 'print' END], NULL), n % 11 = 0,
      timestamptz '2024-01-01' + n * interval '11 minutes', CASE WHEN n % 17 = 0 THEN now() END
    FROM generate_series(${from}::int, ${to}::int) AS n`;
}

function words(typed: string): Partial<ImageFilter> {
  const search = parseSearch(typed);
  if (!search || isRefusal(search)) throw new Error(`"${typed}" is a search`);
  return { search };
}

const FILTERS: Readonly<Record<string, Partial<ImageFilter>>> = {
  all: {},
  trash: { trashed: true },
  square: { shape: 'SQUARE' },
  portrait: { shape: 'PORTRAIT' },
  flux: { modelId: 'flux' },
  starred: { starred: true },
  unstarred: { starred: false },
  'a rare tag': { tag: 'first' },
  'a common tag': { tag: 'print' },
  'a model nobody has': { modelId: 'nobody' },
  'square of flux': { shape: 'SQUARE', modelId: 'flux' },
  'square, starred': { shape: 'SQUARE', starred: true },
  'square of flux, starred': { shape: 'SQUARE', modelId: 'flux', starred: true },
  'landscape with a rare tag': { shape: 'LANDSCAPE', tag: 'first' },
  'of some days': { createdFrom: new Date('2024-02-01'), createdTo: new Date('2024-02-03') },
  'of many sizes': { pixelsMin: 1_000_000 },
  'of a small size': { pixelsMax: 500_000 },
  'of a rare size': { pixelsMin: 8_000_000 },
  'of a size between': { pixelsMin: 1_000_000, pixelsMax: 1_200_000 },
  'of a rare size, landscape of flux': { pixelsMin: 8_000_000, shape: 'LANDSCAPE', modelId: 'flux' },
  'of a rare size, in the trash': { pixelsMin: 8_000_000, trashed: true },
  'a common word': words('cat'),
  'a rare word': words('museum'),
  'a common word, square': { ...words('cat'), shape: 'SQUARE' },
  'a common word of a rare size': { ...words('quiet'), pixelsMin: 8_000_000 },
  'a common word with a rare tag': { ...words('quiet'), tag: 'first' },
  'a common word with a common tag, of a rare size': { ...words('quiet'), tag: 'print', pixelsMin: 8_000_000 },
  'a common word in pieces, with a rare tag': { ...words('by-the'), tag: 'first' },
  'common words that hardly go together': words('cat museum'),
  'common words that are never written in one': words('quiet-owl'),
};
const SORTS = ['NEWEST', 'OLDEST', 'LARGEST'] as const;

interface Read {
  readonly answer: FoundPage;
  readonly rows: number;
  readonly pictures: number;
}

const after = ({ createdAt, id, width, height }: Image) => ({ createdAt, id, pixels: width * height });

describe('a page of a large gallery', () => {
  it.each(Object.keys(FILTERS).flatMap((name) => SORTS.map((sort) => [name, sort] as const)))(
    'reads few pictures, wherever it is: %s, %s',
    async (name, sort) => {
      const filter = { trashed: false, ...FILTERS[name] };
      const list = createImageList(counter.database, COMMON);
      const all = await readAll({ filter, sort });
      const places = [0, 0.5, 0.9].map((share) => Math.floor(all.length * share));
      for (const place of [...places, Math.max(0, all.length - 5)]) {
        const before = all[place - 1];
        const query = { ownerId, filter, sort, limit: 20, ...(before ? { after: after(before) } : {}) };
        const { answer, rows } = await counter.rowsOf(() => list.page(query));

        expect(answer.images.map(({ id }) => id)).toEqual(all.slice(place, place + 20).map(({ id }) => id));
        expect(rows, `from ${place} of ${all.length}`).toBeLessThanOrEqual(ROWS_MAX);
      }
    },
  );

  it('leaves an index that finds far more than was expected of words that go together', async () => {
    const filter = { trashed: false, ...words('lighthouse keeper') };
    const list = createImageList(counter.database, { ...COMMON, fewMin: 50 });
    const { answer, pictures } = await counter.rowsOf(() => list.page({ ownerId, filter, sort: 'NEWEST', limit: 20 }));

    expect(answer.images).toHaveLength(20);
    // A four-hundredth was expected: it is left at four times as many, and the next rows are looked through.
    expect(pictures).toBeLessThanOrEqual((4 * IMAGES) / 400 + COMMON.rowsMax + 50);
  });

  it('is short where many pictures match, but few or none of the next, and says where to go on', async () => {
    const filter = { trashed: false, tag: 'small' };
    const common = { fewMin: 0, matchesMin: 50, rowsMax: 150, sortedMax: 100 };
    // The next rows, looked through, passed over to see whether others follow, and looked through up to there; as many matches as may be sorted.
    const picturesMax = 3 * common.rowsMax + common.sortedMax + 50;
    const list = createImageList(counter.database, common);
    const all = await readAll({ filter, sort: 'LARGEST' });
    const found: string[] = [];
    let pages = 0;
    let place: ImagePosition | undefined;
    do {
      const query: ImagePageQuery = { ownerId, filter, sort: 'LARGEST', limit: 20, ...(place ? { after: place } : {}) };
      const { answer, pictures, rows }: Read = await counter.rowsOf(() => list.page(query));
      // What an index finds is looked up in it as a whole; of the pictures themselves a bound number is read.
      expect(pictures).toBeLessThanOrEqual(picturesMax);
      expect(rows).toBeLessThanOrEqual(picturesMax + all.length);
      found.push(...answer.images.map(({ id }) => id));
      const last = answer.images.at(-1);
      place = answer.lookedTo ?? (answer.images.length === 20 && last ? after(last) : undefined);
      pages += 1;
    } while (place);

    expect(all.length).toBeGreaterThan(picturesMax);
    expect(found).toEqual(all.map(({ id }) => id));
    expect(pages).toBeLessThanOrEqual(all.length / 20 + IMAGES / common.rowsMax + 1);
  });

  it('is found at a place that the kept counts tell without reading what comes before', async () => {
    const list = createImageList(counter.database, COMMON);
    const sized = { pixelsMin: 1_000_000 };
    for (const filter of [{}, { starred: false }, { starred: true }, { shape: 'SQUARE' }, sized] as const) {
      for (const sort of SORTS.slice(0, 2)) {
        const query = { ownerId, filter: { trashed: false, ...filter }, sort, limit: 20 };
        const total = await list.count(query, IMAGES);
        for (const skip of [Math.floor(total / 2), total - 20]) {
          const { answer, rows } = await counter.rowsOf(() => list.page({ ...query, beginAt: { skip } }));

          expect(answer.images).toHaveLength(20);
          expect(rows, `${JSON.stringify(filter)} ${sort} from ${skip}`).toBeLessThanOrEqual(ROWS_MAX);
        }
      }
    }
  });
});

describe('what is counted of a large gallery', () => {
  const COUNTED_MAX = 250;
  /**
   * Less than a third of the gallery: what is taken to be few and found to be more, and the rows that are looked through. Where few are
   * expected the planner may as well walk the days that are left as look each up.
   */
  const PICTURES_MAX = (IMAGES * 3) / 10;
  const filters = { ...FILTERS, 'a common word of long ago': words('harbour') };

  it.each(Object.entries(filters))(
    'is counted by reading few pictures, and goes on where it ended: %s',
    async (_, narrowed) => {
      const filter = { trashed: false, ...narrowed };
      const counts = createCountStore(counter.database);
      const all = await readAll({ filter, sort: 'NEWEST' });
      for (const oldestFirst of [false, true]) {
        const told: Record<string, number> = {};
        let bounds = {};
        for (;;) {
          const asked = { ownerId, filter: { ...filter, ...within(filter, bounds) }, oldestFirst };
          const { answer, pictures } = await counter.rowsOf(() => counts.timeline(asked, COUNTED_MAX));
          expect(pictures).toBeLessThanOrEqual(PICTURES_MAX);
          for (const { day, count } of answer.days) told[day] = (told[day] ?? 0) + count;
          if (!answer.endsAt) break;
          bounds = oldestFirst ? { createdFrom: answer.endsAt } : { createdTo: answer.endsAt };
        }
        expect(told).toEqual(tally(all));
      }
    },
  );
});

const tally = (images: readonly Image[]) =>
  Object.fromEntries(
    [...Map.groupBy(images, ({ createdAt }) => createdAt.toISOString().slice(0, 10))].map(([day, of]) => [
      day,
      of.length,
    ]),
  );

/** Both bounds, where the filter has one of its own. */
function within({ createdFrom, createdTo }: ImageFilter, bounds: Partial<ImageFilter>): Partial<ImageFilter> {
  return { ...(createdFrom ? { createdFrom } : {}), ...(createdTo ? { createdTo } : {}), ...bounds };
}

/** The list as it is without any index for it. */
async function readAll({
  filter,
  sort,
}: {
  readonly filter: ImageFilter;
  readonly sort: ImageSort;
}): Promise<readonly Image[]> {
  const list = createImageList(gallery.database, { fewMin: 0, matchesMin: IMAGES, rowsMax: IMAGES, sortedMax: IMAGES });
  return (await list.page({ ownerId, filter, sort, limit: IMAGES })).images;
}
