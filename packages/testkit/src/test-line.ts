import { openLine } from '@modu/postgres/testing';
import { onTestFinished } from 'vitest';
import { testDatabase } from './tenant.ts';

/** A database of this test's own behind a line that can be cut: what is asked on it then is never answered. Goes with the test. */
export async function testLine(name: string): ReturnType<typeof openLine> {
  const database = await testDatabase(name);
  onTestFinished(() => database.drop());
  const line = await openLine(database.url);
  onTestFinished(() => line.close());
  return line;
}
