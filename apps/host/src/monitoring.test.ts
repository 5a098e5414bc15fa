import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { startHost } from './host.ts';
import type { Host } from './host.ts';

const DEPLOY = new URL('../../../deploy/', import.meta.url);
const deployed = (name: string) => readFile(new URL(name, DEPLOY), 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}
interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}

/** Every question that Prometheus is asked, with where it is asked. */
async function readQuestions(): Promise<{ readonly where: string; readonly expr: string }[]> {
  const names = await readdir(new URL('monitoring/', DEPLOY));
  const boards = names.filter((name) => name.startsWith('dashboard-'));
  const asked = boards.map(async (name) =>
    (JSON.parse(await deployed(`monitoring/${name}`)) as Dashboard).panels.flatMap(({ title, targets }) =>
      targets.map(({ expr }) => ({ where: `${name}: ${title}`, expr })),
    ),
  );
  const rules = (await readRules()).map(({ alert, expr }) => ({ where: `alert ${alert}`, expr }));
  return [...rules, ...(await Promise.all(asked)).flat()];
}

async function readRules(): Promise<readonly Rule[]> {
  const { groups } = parse(await deployed('monitoring/alerts.yaml')) as { groups: { rules: Rule[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

/** Of a histogram each of the three that are asked for. */
const SUFFIXES = { histogram: ['_bucket', '_sum', '_count'], summary: ['', '_sum', '_count'] };
function seriesOf(metrics: string): ReadonlySet<string> {
  const types = [...metrics.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  const names = types.flatMap(([, name = '', type = '']) =>
    (SUFFIXES[type as keyof typeof SUFFIXES] ?? ['']).map((suffix) => name + suffix),
  );
  return new Set(names);
}

/** Of every module: one that is not read in time, on a machine that has much to do, is left out until the next look. */
function readMetrics({ publicPort }: Host): Promise<string> {
  const look = async () => {
    const text = await (await fetch(`http://127.0.0.1:${publicPort}/metrics`)).text();
    expect(text).not.toMatch(/^modu_module_metrics_readable\{.*\} 0$/m);
    return text;
  };
  return vi.waitFor(look, { timeout: 60_000, interval: 500 });
}

/** Beside the pools: of six task queues and a scheduler four each, what listens, the bus, and moments of migrations. */
const CONNECTIONS_BESIDE = 50;

describe('what is looked at while the product runs', () => {
  let host: Host;
  let dataDir: string;
  let metrics: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'modu-monitoring-'));
    const environment = { TARGET: 'all', PORT: '0', LOG_LEVEL: 'silent', SMTP_URL: 'smtp://127.0.0.1:1' };
    host = await startHost({ environment, dataDir });
    metrics = await readMetrics(host);
  }, 300_000);
  afterAll(async () => {
    await host.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }, 60_000);

  it('by alerts and dashboards is counted by the product, under the names that they ask for', async () => {
    const series = seriesOf(metrics);
    const questions = await readQuestions();
    const unknown = questions.flatMap(({ where, expr }) =>
      (expr.match(/\b(?:modu|nodejs|process)_\w+/g) ?? [])
        .filter((name) => !series.has(name))
        .map((name) => `${where}: ${name}`),
    );

    expect(questions.length).toBeGreaterThan(40);
    expect(unknown).toEqual([]);
  });

  it('by alerts says how soon it must be looked at, and what for', async () => {
    const rules = await readRules();

    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    expect(rules.filter(({ labels }) => !['page', 'ticket'].includes(labels.severity))).toEqual([]);
    expect(rules.filter(({ annotations }) => !annotations.summary)).toEqual([]);
  });

  it('needs no more connections than the PostgreSQL of compose grants, with three workers of each kind', async () => {
    const [, granted] = /max_connections=(\d+)/.exec(await deployed('compose.yaml')) ?? [];
    const pools = [...metrics.matchAll(/^modu_postgres_connections_max\{pool="(.+)"\} (\d+)$/gm)];
    const opened = pools.reduce((sum, [, , max]) => sum + Number(max), 0);

    expect(pools.map(([, name]) => name)).toEqual(expect.arrayContaining(['modu-identity', 'modu-jobs', 'documents']));
    expect(opened + CONNECTIONS_BESIDE + 2 * (WORKER + READER)).toBeLessThanOrEqual(Number(granted));
  });
});

/** One more worker that makes pictures, and one more that reads documents. */
const [WORKER, READER] = [8, 18];
