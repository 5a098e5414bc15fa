import { flag, needed, port, secret } from '@modu/settings';
import { z } from 'zod';
import { chooseBus } from './bus.ts';
import { readTarget } from './targets.ts';

const settings = z.object({
  TARGET: z
    .string()
    .default('all')
    .superRefine((target, context) => {
      const { problem } = readTarget(target);
      if (problem) context.addIssue(problem);
    }),
  /** The public port. */
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  /** Where other processes of ours reach the modules of this one; unset when all run in one process. */
  INTERNAL_PORT: port.optional(),
  INTERNAL_HOST: z.string().default('127.0.0.1'),
  /** Where the modules of other processes are: `billing=http://billing:4100,jobs=http://jobs:4100`. */
  ROUTES: z
    .string()
    .default('')
    .transform((text, context) => {
      const routes: Record<string, string> = {};
      for (const pair of text.split(',').flatMap((part) => part.trim() || [])) {
        const [name, url] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
        if (!name || !URL.canParse(url)) context.addIssue(`"${pair}" must look like name=http://host:port`);
        else routes[name] = url;
      }
      return routes;
    }),
  /** Signs identity between our processes; the same for all of them. */
  INTERNAL_SECRET: secret,
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** How messages travel between modules; by default Redis when set, else PostgreSQL. Memory: no other process hears any. */
  BUS: z.enum(['memory', 'postgres', 'redis']).optional(),
  JOBS_DATABASE_URL: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_PRETTY: flag.default(false),
  STOP_TIMEOUT_MS: z.coerce.number().int().min(100).max(600_000).default(20_000),
  /** How many reverse proxies stand in front of the public port; the addresses they say are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Where an OpenTelemetry collector takes traces over HTTP, `http://localhost:4318`; unset, nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OTEL_SERVICE_NAME: z.string().optional(),
  /** The share of traces that is kept, 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  METRICS_TOKEN: z.string().min(16).optional(),
});

/** What the host itself reads; each module reads its own slice. */
export const hostSettings = [
  { name: 'REDIS_URL', when: isBus('redis'), message: 'is needed by BUS=redis' },
  { name: 'JOBS_DATABASE_URL', when: isBus('postgres'), message: 'is needed by a bus over PostgreSQL' },
].reduce((slice, need) => needed(slice, need), settings);

function isBus(driver: string) {
  return (given: Parameters<typeof chooseBus>[0]) => chooseBus(given) === driver;
}

export type HostSettings = z.output<typeof hostSettings>;
