import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { readTarget } from './targets.ts';

const deployed = (name: string) => readFileSync(new URL(`../../../deploy/${name}`, import.meta.url), 'utf8');
const compose = deployed('compose.yaml');
const MANIFESTS = ['graph', 'edge', 'workers'];

describe('what is deployed', () => {
  it('by compose is every module of the product, each in one container', () => {
    const targets = [...compose.matchAll(/^ +TARGET: (.+)$/gm)].map(([, target = '']) => readTarget(target));

    expect(targets.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect(targets.flatMap(({ names }) => names).toSorted()).toEqual(readTarget('all').names.toSorted());
  });

  it('by Kubernetes is every module of the product, each in one Deployment that is told where the others are', () => {
    const deployments = MANIFESTS.flatMap((name) => deployed(`kubernetes/${name}.yaml`).split(/^---$/m)).filter(
      (part) => /^kind: Deployment$/m.test(part),
    );
    const targets = deployments.map((part) => readTarget(/name: TARGET, value: '?([^' ]+)'? \}/.exec(part)?.[1] ?? ''));
    const routes = deployments.flatMap((part) =>
      [...part.matchAll(/(\w+)=http:\/\/graph:4100/g)].map(([, name]) => name),
    );

    expect(targets.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect(targets.flatMap(({ names }) => names).toSorted()).toEqual(readTarget('all').names.toSorted());
    expect([...new Set(routes)].toSorted()).toEqual(readTarget('graph').names.toSorted());
  });

  it('by Kubernetes keeps its internal port to processes of its own', () => {
    const policies = MANIFESTS.flatMap((name) => deployed(`kubernetes/${name}.yaml`).split(/^---$/m)).filter((part) =>
      /^kind: NetworkPolicy$/m.test(part),
    );
    const open = policies.filter((part) => !/from:\s+- podSelector:/.test(part));

    expect(policies).toHaveLength(2);
    expect(open.map((part) => /- \{ port: (\w+) \}/.exec(part)?.[1])).toEqual(['public']);
  });

  it('by Kubernetes tells the edge where the bucket is, which has no part in the secrets of the graph', () => {
    const [config = ''] = deployed('kubernetes/edge.yaml').split(/^---$/m);

    expect(config).toMatch(/^kind: ConfigMap$/m);
    expect(config).toMatch(/^ {2}S3_BUCKET: \S+$/m);
    expect(config).not.toMatch(/S3_\w+KEY\w*:/);
  });

  it('by compose is back whole after a reboot: also what the product only waits for', () => {
    const { services } = parse(compose, { merge: true }) as { services: Record<string, { restart?: string }> };

    expect(Object.keys(services)).toEqual(expect.arrayContaining(['graph', 'postgres', 'mongo', 'redis', 'minio']));
    expect(Object.entries(services).filter(([, { restart }]) => restart !== 'unless-stopped')).toEqual([]);
  });

  it('by Kubernetes keeps a client with the pod that gave it the page: scripts of one build are at no pod of another', () => {
    expect(deployed('kubernetes/edge.yaml')).toMatch(/nginx\.ingress\.kubernetes\.io\/affinity: cookie$/m);
  });

  it('by Kubernetes lets Prometheus read the port that every process has, and nobody else', () => {
    const [monitor, policy] = parseAllDocuments(deployed('monitoring/podmonitor.yaml')).map(
      (part) => part.toJS() as never,
    );

    expect(monitor).toMatchObject({ spec: { podMetricsEndpoints: [{ port: 'internal', path: '/metrics' }] } });
    expect(policy).toMatchObject({
      kind: 'NetworkPolicy',
      spec: { ingress: [{ from: [{ namespaceSelector: {}, podSelector: {} }], ports: [{ port: 'internal' }] }] },
    });
  });

  it('runs as a user with a number: where nobody may be root, a name is not believed', () => {
    expect(deployed('Dockerfile')).toMatch(/^USER \d+:\d+$/m);
  });

  it('keeps uploads in parts for as long in its own bucket as the rules for others say, well over the week of a ticket', () => {
    const [, hours] = /MINIO_API_STALE_UPLOADS_EXPIRY: (\d+)h/.exec(compose) ?? [];
    const [, days] = /"DaysAfterInitiation": (\d+)/.exec(deployed('bucket-lifecycle.json')) ?? [];

    expect(Number(days)).toBeGreaterThan(2 * 7);
    expect(Number(hours)).toBe(Number(days) * 24);
  });

  it('gives a browser a bucket that it can reach', () => {
    expect(compose).toMatch(/S3_PUBLIC_ENDPOINT: \S*localhost:9000\}/);
    expect(compose).toContain("ports: ['127.0.0.1:9000:9000']");
  });
});
