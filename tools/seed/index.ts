import { parseArgs } from 'node:util';
import pg from 'pg';
import { signIn } from '../bench/person.ts';
import { findGalleryDatabase } from './gallery-database.ts';
import { makePicturePool } from './picture-pool.ts';
import { seedImages } from './seed-images.ts';

// Fills the gallery of one person of a running host: real pictures in the bucket, many rows that show them. The database is that of the
// environment, as for the host; if none is named there, the embedded one of the data directory.
// node tools/seed/index.ts --images 1000000 --port 4000 [--email demo@modu.local] [--password …]
const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '1000000' },
    pool: { type: 'string', default: '48' },
    port: { type: 'string', default: '4000' },
    email: { type: 'string', default: 'demo@modu.local' },
    password: { type: 'string', default: 'modu-demo-2026' },
    'sign-up': { type: 'boolean', default: false },
  },
});

const startedAt = performance.now();
const seconds = () => `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`;
const path = values['sign-up'] ? 'sign-up' : 'sign-in';
const person = await signIn({ port: Number(values.port), email: values.email, password: values.password, path });
const { me } = await person.ask<{ me: { id: string } }>('{ me { id } }');
const pool = await makePicturePool(person, Number(values.pool));
console.log(`${pool.length} pictures uploaded, ${seconds()}`);

const dataDir = process.env['MODU_DATA_DIR'] || '.modu';
const { url, release } = await findGalleryDatabase({ environment: process.env, dataDir });
const client = new pg.Client({ connectionString: url });
await client.connect();
const onProgress = (done: number) => console.log(`${done.toLocaleString('en')} images, ${seconds()}`);
await seedImages(client, { ownerId: me.id, count: Number(values.images), pool, onProgress });
await client.end();
await release();
console.log(`done in ${seconds()}`);
