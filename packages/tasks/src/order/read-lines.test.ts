import { randomUUID } from 'node:crypto';
import { createLogger } from '@modu/logger';
import { createPool } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createTaskQueue, defineTask, QUICK_TIMINGS } from '../index.ts';
import type { Sql } from '../queue.ts';
import { readLines } from './read-lines.ts';

const PEOPLE = 200;
const TASKS_EACH = 3;
const task = defineTask({ name: 'test.lines', schema: z.object({}), inLines: true });

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** How many waiting tasks were looked at, those that were left out again included. */
function tasksLookedAt(node: PlanNode): number {
  const seen = node['Relation Name'] === 'job_common' ? node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) : 0;
  return (node.Plans ?? []).reduce((sum, each) => sum + tasksLookedAt(each), seen * node['Actual Loops']);
}

/** What one reading costs, as PostgreSQL tells it, whose planner knows nothing of the table yet. */
async function costOf(sql: Sql, firstMax: number): Promise<number> {
  let tasks = 0;
  const query = async (text: string, values: unknown[]) => {
    const { rows } = await sql.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
    const [{ Plan: plan }] = (rows[0] as { 'QUERY PLAN': [{ Plan: PlanNode }] })['QUERY PLAN'];
    tasks = tasksLookedAt(plan);
    return { rows: [] };
  };
  await readLines({ query } as unknown as Sql, { tasks: [task.name], firstMax });
  return tasks;
}

it('reads of everyone’s line no more than its beginning, however many wait beside', async () => {
  const database = await testDatabase('lines');
  const logger = createLogger({ level: 'silent' });
  const queue = await createTaskQueue({ databaseUrl: database.url, logger, timings: QUICK_TIMINGS, supervise: false });
  const pool = createPool({ url: database.url, applicationName: 'test' });
  try {
    await queue.ensure(task);
    const waiting = Array.from({ length: PEOPLE * TASKS_EACH }, (_, n) => ({
      id: randomUUID(),
      input: {},
      line: { ownerId: `person ${n % PEOPLE}`, tier: 1, slots: 3, costMs: 1_000 },
    }));
    await queue.enqueuePlaced(task, waiting);
    const lines = await readLines(pool, { tasks: [task.name], firstMax: 2 });

    expect(lines).toHaveLength(PEOPLE);
    expect(lines[0]?.waiting).toHaveLength(2);
    // One to find the person, and as many as were asked for.
    expect(await costOf(pool, 2)).toBeLessThanOrEqual(PEOPLE * 3);
    expect(await costOf(pool, 1), 'what a claim reads of everyone').toBeLessThanOrEqual(PEOPLE * 2);
  } finally {
    await pool.end();
    await queue.close();
    await database.drop();
  }
});
