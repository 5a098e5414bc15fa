// The directions of imports (house.md) as rules. Each says why, so that the next person knows what to do instead.

const DOMAINS = 'identity|billing|assets|jobs|generation|gallery|documents';
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
  regex: `^@modu/(${DOMAINS})$`,
  message:
    'A domain reaches another by reference, task, event or internal operation; only its ./contracts may be imported.',
};
const upwards = {
  regex: `^@modu/(${DOMAINS}|gateway|host|web)(/|$)`,
  message: 'Packages know nothing of the domains, the gateway or the apps.',
};
const graphql = { regex: '^(graphql|@apollo/)', message: 'GraphQL is known to resolvers only.' };
const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**'];

export const boundaries = [
  restrict(
    ['packages/**/*.ts', 'packages/**/*.tsx'],
    [elastic, gpl, upwards],
    [...tests, 'packages/engines/speech/src/child/**'],
  ),
  restrict(['subgraphs/**/*.ts'], [elastic, gpl, otherDomains], tests),
  restrict(['apps/host/**/*.ts'], [elastic, gpl]),
  restrict(
    ['subgraphs/*/src/domain/**/*.ts'],
    [
      elastic,
      gpl,
      otherDomains,
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
      graphql,
      { regex: DATABASES, message: 'Only the store knows the database.' },
      {
        regex: '/(resolvers|tasks)/',
        message: 'Operations are called by resolvers and tasks, not the other way round.',
      },
    ],
    tests,
  ),
  restrict(
    ['subgraphs/*/src/resolvers/**/*.ts'],
    [elastic, otherDomains, { regex: DATABASES, message: 'Only the store knows the database.' }],
    tests,
  ),
  restrict(
    ['apps/web/src/features/**/*.{ts,tsx}'],
    [
      {
        regex: '^\\.\\./\\.\\./(\\.\\./)*[a-z-]+/(components|hooks|model)/',
        message: 'Import another feature through its index.',
      },
      { regex: '/(app|routes)/', message: 'Features know nothing of the shell and the routes.' },
    ],
    tests,
  ),
];
