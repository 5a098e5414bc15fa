import { repeatConflicts } from '@modu/postgres';
import { Prisma } from './generated/client.ts';

/**
 * The pictures of a bulk change, locked in the order of their ids: two changes that share some wait for each other instead of
 * embracing.
 */
export function lockInOrder(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT id FROM images WHERE ${where} ORDER BY id FOR UPDATE`;
}

const WRITE_CONFLICT = 'TransactionWriteConflict';

/** Runs a change again that the database broke off because another was in its way. `change` is one statement or transaction. */
export function againAfterConflict<T>(change: () => Promise<T>): Promise<T> {
  return repeatConflicts(change, { isConflict });
}

/** Prisma tells of deadlocks by one code for its own queries, and within another for written ones. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { kind?: unknown } } };
  return error.code === 'P2034' || driverAdapterError?.cause?.kind === WRITE_CONFLICT;
}
