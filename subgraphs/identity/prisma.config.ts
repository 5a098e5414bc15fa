import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// The engine runs from npm packages alone; nothing is downloaded. A native engine wins where the variable names one.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(
  new URL('../../tools/schema-engine/schema-engine.mjs', import.meta.url),
);

export default defineConfig({
  schema: './prisma/schema.prisma',
  migrations: { path: './prisma/migrations' },
  datasource: { url: process.env['IDENTITY_DATABASE_URL'] ?? 'postgresql://localhost/identity' },
});
