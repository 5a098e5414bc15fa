import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS_DIR } from './migrations.ts';

/** Those before made their indexes while the gallery was small. */
const FIRST_OF_LARGE_GALLERIES = '20261122140000';

describe('a new release', () => {
  it('lets pictures come in while it builds an index on them', async () => {
    const names = (await readdir(MIGRATIONS_DIR)).filter((name) => name > FIRST_OF_LARGE_GALLERIES && /^\d/.test(name));
    const files = await Promise.all(
      names.map((name) => readFile(path.join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8')),
    );
    const builds = files.flatMap((sql) => sql.match(/CREATE[^;]* INDEX[^;]*ON "images"[^;]*/g) ?? []);

    expect(builds.length).toBeGreaterThan(0);
    expect(builds.filter((build) => !build.includes(' INDEX CONCURRENTLY IF NOT EXISTS '))).toEqual([]);
  });
});
