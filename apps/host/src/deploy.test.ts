import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTarget } from './targets.ts';

const deployed = (name: string) => readFileSync(new URL(`../../../deploy/${name}`, import.meta.url), 'utf8');
const compose = deployed('compose.yaml');

describe('what is deployed', () => {
  it('by compose is every module of the product, each in one container', () => {
    const targets = [...compose.matchAll(/^ +TARGET: (.+)$/gm)].map(([, target = '']) => readTarget(target));

    expect(targets.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect(targets.flatMap(({ names }) => names).toSorted()).toEqual(readTarget('all').names.toSorted());
  });

  it('by Kubernetes are modules that there are', () => {
    const targets = [...deployed('kubernetes/workers.yaml').matchAll(/name: TARGET, value: (\S+) \}/g)];

    expect(targets.map(([, target = '']) => readTarget(target).problem)).toEqual([undefined, undefined]);
  });

  it('runs as a user with a number: where nobody may be root, a name is not believed', () => {
    expect(deployed('Dockerfile')).toMatch(/^USER \d+:\d+$/m);
  });

  it('gives a browser a bucket that it can reach', () => {
    expect(compose).toMatch(/S3_PUBLIC_ENDPOINT: \S*localhost:9000\}/);
    expect(compose).toContain("ports: ['127.0.0.1:9000:9000']");
  });
});
