import { fileURLToPath } from 'node:url';

/** Where the migrations of this domain's database lie. */
export const MIGRATIONS_DIR = fileURLToPath(new URL('../prisma/migrations', import.meta.url));
