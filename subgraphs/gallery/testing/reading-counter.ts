import { z } from 'zod';
import type { GalleryDatabase } from '../src/store/database.ts';
import { Prisma } from '../src/store/generated/client.ts';
import type { RunningGallery } from './start-gallery.ts';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string | undefined;
  readonly 'Index Name'?: string | undefined;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number | undefined;
  readonly 'Rows Removed by Index Recheck'?: number | undefined;
  readonly Plans?: readonly PlanNode[] | undefined;
}

const planNode: z.ZodType<PlanNode> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().optional(),
  'Rows Removed by Index Recheck': z.number().optional(),
  Plans: z.lazy(() => z.array(planNode)).optional(),
});
const analysis = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: planNode })]) })]);

/** A database that tells how many pictures, and entries of their indexes, its statements read: what grows with a gallery. */
export interface ReadingCounter {
  readonly database: GalleryDatabase;
  /** Of `work`; `pictures` are those that were looked at themselves, which is what takes a disk its time. */
  rowsOf<Answer>(
    work: () => Promise<Answer>,
  ): Promise<{ readonly answer: Answer; readonly rows: number; readonly pictures: number }>;
}

export function countReading({ database }: Pick<RunningGallery, 'database'>): ReadingCounter {
  let [rows, pictures] = [0, 0];
  const ask = async (text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
    const statement = 'raw' in text ? Prisma.sql(text, ...values) : text;
    if (!statement.sql.startsWith('EXPLAIN')) {
      const explained = await database.$queryRaw(Prisma.sql`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${statement}`);
      const plan = analysis.parse(explained)[0]['QUERY PLAN'][0].Plan;
      rows += readBy(plan, isOfImages);
      pictures += readBy(plan, (node) => isOfImages(node) && !IN_THE_INDEX.has(node['Node Type']));
    }
    return database.$queryRaw(statement);
  };
  return {
    database: new Proxy(database, {
      get: (target, name) => (name === '$queryRaw' ? ask : (Reflect.get(target, name) as unknown)),
    }),
    rowsOf: async (work) => {
      [rows, pictures] = [0, 0];
      const answer = await work();
      return { answer, rows, pictures };
    },
  };
}

const IN_THE_INDEX = new Set(['Bitmap Index Scan', 'Index Only Scan']);
const isOfImages = (node: PlanNode) =>
  node['Relation Name'] === 'images' || node['Index Name']?.startsWith('images_') === true;

function readBy(node: PlanNode, isCounted: (node: PlanNode) => boolean): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const own = isCounted(node) ? (node['Actual Rows'] + removed) * node['Actual Loops'] : 0;
  return (node.Plans ?? []).reduce((sum, plan) => sum + readBy(plan, isCounted), own);
}
