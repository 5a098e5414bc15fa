import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Prisma's own engine is downloaded at install time, which this repository never does; the shim runs its WASM build.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(
  new URL('../../tools/schema-engine/schema-engine.mjs', import.meta.url),
);

export default defineConfig({
  schema: './prisma/schema.prisma',
  migrations: { path: './prisma/migrations' },
  datasource: { url: process.env['JOBS_DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/jobs' },
});
