import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type GalleryDatabase = PrismaClient;

/** A pool of ten connections. Waiting for one, and each transaction, ends after some seconds. */
export function openDatabase(url: string): GalleryDatabase {
  const adapter = new PrismaPg({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    application_name: 'modu-gallery',
    // Many short statements: helpers and compilation cost more than they bring, and the matches of a word must fit exactly.
    options: '-c jit=off -c max_parallel_workers_per_gather=0 -c work_mem=32MB',
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
}
