import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import WaitsFirst from './tools/setup/waits-first.ts';

// Node loads graphql's CommonJS build for everyone; Vite would load its ES build beside it, and the two refuse each other.
const resolve = { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] };

/** Servers are real and shared by all files. */
const withServers = {
  globalSetup: ['./packages/testkit/src/global-setup.ts'],
  setupFiles: ['./packages/testkit/src/patient-waits.ts'],
  expect: { poll: { timeout: 20_000 } },
};

const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };
/** Where nobody watches, a machine that stalls costs one more try; `npm test` names what needed it. */
const retry = process.env['CI'] ? 1 : 0;

/** Rules without servers, made-up clocks or mocked modules: nothing of the house is started for them. */
const PURE = [
  'gateway/src/{execution,front-door/{choose-document,cost,graphql-body,limits},published}',
  'packages/{batches,captions,errors,file-names,ids,paid-work,plain-text,settings,static-files}/src',
  'packages/embedded/src/{mongo/{bson,wire},s3/{body,operations,sigv4}}',
  'packages/engines/braille/src',
  'packages/engines/{image/src/{router,sketch/{picture,prompt,scene}},reading/src/{child,html,math,text},speech/src/text}',
  'packages/federation/src/{default-variables,differential,introspection,known-wrongs,plan}',
  'packages/tasks/src/order/policy',
  'packages/viewer/src/address-key',
  'subgraphs/*/src/domain',
  'tools/{bench,chaos/uploads/report,compose,reconcile,simulate,tidy}',
].flatMap((place) => [`${place}.test.ts`, `${place}/**/*.test.ts`]);

const EVERY = ['{apps/host,gateway,subgraphs/*,packages/*,packages/engines/*,tools}/**/*.test.ts'];

/** What measures, changes or ends the process it is in, or expects to be its first: each of these files has one to itself. */
const APART = [
  '{apps/host,tools}/**/*.test.ts',
  'packages/{confined,embedded,engines/*,testkit}/**/*.test.ts',
  'gateway/src/{edge/sockets-leaving,front-door/operation-costs}.test.ts',
  'packages/{bus/src/bus,subgraph/src/execution/differential,tasks/src/keep-leases}.test.ts',
  'subgraphs/generation/src/tasks/{deadline,paint}.test.ts',
];

// One run for every test of the house, so that one summary counts them all.
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: { name: 'pure', include: PURE, exclude: ['**/node_modules/**'], isolate: false, ...timeouts },
      },
      {
        resolve,
        test: {
          ...{ name: 'node', include: EVERY, exclude: ['**/node_modules/**', 'packages/ui/**', ...PURE, ...APART] },
          ...{ isolate: false, retry, ...withServers, ...timeouts },
        },
      },
      {
        resolve,
        test: {
          ...{ name: 'apart', include: APART, exclude: ['**/node_modules/**', ...PURE] },
          ...{ retry, ...withServers, ...timeouts },
        },
      },
      './apps/web/vitest.config.ts',
      './apps/web/vitest.alone.config.ts',
    ],
    // One more than the machine that docs/performance.md names has cores: many wait for processes that they killed.
    maxWorkers: 3,
    sequence: { sequencer: WaitsFirst },
    // With --changed: a new dependency changes the files that import it, not every test. npm test runs them all anyway.
    forceRerunTriggers: ['**/vitest.config.*'],
  },
});
