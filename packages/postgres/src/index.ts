export { createDatabaseIfMissing, databaseName, dropDatabase, withClient, withDatabase } from './database.ts';
export { migrate, MigrationRefused } from './migrate.ts';
export type { MigrateOptions } from './migrate.ts';
export { createPool } from './pool.ts';
export type { PoolOptions } from './pool.ts';
export { postgresSetting } from './postgres-setting.ts';
export { parseSafeInteger } from './safe-integer.ts';
export { inTransaction, repeatConflicts } from './transaction.ts';
export type { TransactionOptions } from './transaction.ts';
