// The directions of imports as rules. Each says why, so that the next person knows what to do instead. Of the blocks that name a file the
// last one counts alone, so each says all that holds for its files.

import { readdirSync } from 'node:fs';

/** Every folder of subgraphs/ is a domain: a new one has its walls from the first day. */
const DOMAINS = readdirSync(new URL('../../subgraphs', import.meta.url), { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? entry.name : []))
  .join('|');
const DATABASES = '^(@prisma/|pg$|mongodb$|pg-boss$|@aws-sdk/|\\.\\.?/.*generated)';

const restrict = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const elastic = {
  regex: '^@apollo/(gateway|composition|query-planner|query-graphs|federation-internals)',
  message: 'Elastic-2.0 code stays inside the gateway.',
};
const gpl = {
  regex: '^@(echogarden|ffmpeg)/',
  message: 'GPL engines run in the child processes of packages/engines/speech/src/child alone.',
};
const otherDomains = {
  regex: `^@modu/(${DOMAINS})(/(?!contracts$)|$)`,
  message:
    'A domain reaches another by reference, task, event or internal operation; only its ./contracts may be imported.',
};
const testing = { regex: '^@modu/[a-z-]+/testing$', message: 'What is for tests stays in tests.' };
const upwards = {
  regex: `^@modu/(${DOMAINS}|gateway|host|web)(/|$)`,
  message: 'Packages know nothing of the domains, the gateway or the apps.',
};
const graphql = { regex: '^(graphql|@apollo/)', message: 'GraphQL is known to resolvers only.' };
const databases = { regex: DATABASES, message: 'Only the store knows the database.' };
const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**'];

export const boundaries = [
  restrict(
    ['packages/**/*.ts', 'packages/**/*.tsx'],
    [elastic, gpl, upwards, testing],
    [...tests, 'packages/engines/speech/src/child/**'],
  ),
  // Nothing but tests imports it.
  restrict(['packages/testkit/**/*.ts'], [elastic, gpl, upwards]),
  restrict(['subgraphs/**/*.ts'], [elastic, gpl, otherDomains, testing], tests),
  restrict(['apps/host/**/*.ts'], [elastic, gpl, testing], tests),
  restrict(['gateway/**/*.ts'], [gpl, testing], tests),
  restrict(['apps/web/**/*.{ts,tsx}'], [elastic, gpl], tests),
  restrict(
    ['subgraphs/*/src/domain/**/*.ts'],
    [
      elastic,
      gpl,
      otherDomains,
      testing,
      graphql,
      { regex: DATABASES, message: 'The domain is pure: no database.' },
      { regex: '/(store|operations|resolvers|tasks)/', message: 'The domain knows nothing of what is around it.' },
      { regex: '^node:(?!crypto|util)', message: 'The domain is pure: no input or output.' },
    ],
    tests,
  ),
  restrict(
    ['subgraphs/*/src/operations/**/*.ts'],
    [
      elastic,
      gpl,
      otherDomains,
      testing,
      graphql,
      databases,
      {
        regex: '/(resolvers|tasks)/',
        message: 'Operations are called by resolvers and tasks, not the other way round.',
      },
    ],
    tests,
  ),
  restrict(
    ['subgraphs/*/src/store/**/*.ts'],
    [
      elastic,
      gpl,
      otherDomains,
      testing,
      { regex: '/(operations|resolvers|tasks)/', message: 'The store knows the domain and nothing that calls it.' },
    ],
    tests,
  ),
  restrict(
    ['subgraphs/*/src/resolvers/**/*.ts'],
    [
      elastic,
      gpl,
      otherDomains,
      testing,
      databases,
      { regex: '/store/', message: 'Resolvers are thin: they ask an operation, and it asks the store.' },
    ],
    tests,
  ),
  restrict(
    ['subgraphs/*/src/contracts.ts'],
    [
      {
        regex: '^(?!zod$|@modu/(bus|tasks)$|\\./)|/(store|operations|resolvers|tasks)/',
        message:
          'Contracts are read by other domains: words, shapes, channels and tasks, and nothing that works (decision 035).',
      },
    ],
  ),
  restrict(
    ['apps/web/src/features/**/*.{ts,tsx}'],
    [
      elastic,
      gpl,
      {
        regex: '^\\.\\./\\.\\./(\\.\\./)*[a-z-]+/(components|hooks|model)/',
        message: 'Import another feature through its index.',
      },
      { regex: '/(app|routes)/', message: 'Features know nothing of the shell and the routes.' },
    ],
    tests,
  ),
];
