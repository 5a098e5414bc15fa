import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPublished } from './published.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'modu-explorer-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>the graph</title>');
  await writeFile(join(directory, 'assets', 'main-1.js'), 'let it = "run";');
});

afterAll(() => rm(directory, { recursive: true }));

const get = (path: string, headers: Record<string, string> = {}, built = directory) =>
  createPublished(built).answer(new Request(`http://gateway${path}`, { headers }));

describe('what anyone may read', () => {
  it('is the explorer, for a browser that opens /graphql, with scripts of ours only', async () => {
    const response = await get('/graphql', { accept: 'text/html,application/xhtml+xml' });
    const policy = response?.headers.get('content-security-policy') ?? '';

    expect(await response?.text()).toContain('the graph');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response?.headers.get('x-frame-options')).toBe('DENY');
  });

  it('is the explorer’s files, and none beside them', async () => {
    const script = await get('/graphql/explorer/assets/main-1.js');
    expect([script?.status, script?.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);

    for (const path of ['/graphql/explorer/assets/main-2.js', '/graphql/explorer/assets/../../../package.json']) {
      expect((await get(path))?.status ?? 404).toBe(404);
    }
  });

  it('is the schema as clients see it, and what changed in it', async () => {
    const schema = buildSchema((await (await get('/graphql/schema.graphql'))?.text()) ?? '');
    expect(schema.getQueryType()?.getFields()).toHaveProperty('image');
    expect(schema.getType('_Entity')).toBeUndefined();

    expect(await (await get('/graphql/changelog'))?.text()).toContain('## 2026-11');
  });

  it('is nothing for questions: those are for the graph', async () => {
    expect(await get('/graphql', { accept: 'application/json' })).toBeUndefined();
    const post = new Request('http://gateway/graphql', {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: '{}',
    });
    expect(await createPublished(directory).answer(post)).toBeUndefined();
  });

  it('is without the explorer where that was not built', async () => {
    expect(await get('/graphql', { accept: 'text/html' }, join(directory, 'nowhere'))).toBeUndefined();
  });
});
