import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Prisma's own engine is a download; ours comes with the repository.
const engine = new URL('../../tools/schema-engine/schema-engine.mjs', import.meta.url);
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(engine);

export default defineConfig({
  schema: './prisma/schema.prisma',
  migrations: { path: './prisma/migrations' },
  datasource: { url: process.env['GALLERY_DATABASE_URL'] ?? 'postgresql://localhost/gallery' },
});
