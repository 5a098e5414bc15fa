import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { signedPost } from '@modu/network';
import { createSubgraphServer } from '@modu/subgraph';
import type { SubgraphServer } from '@modu/subgraph';
import { testDatabase } from '@modu/testkit';
import { createIdentityTokens } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk } from '../testing/open-test-desk.ts';
import type { TestDesk } from '../testing/open-test-desk.ts';
import { createBillingContext } from './context.ts';
import { resolvers } from './resolvers/index.ts';
import type { BillingStore } from './store/database.ts';

const identity = createIdentityTokens('a secret of this test, which is long enough');
const jobs: Viewer = { kind: 'service', service: 'jobs', locale: 'en' };
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: BillingStore;
let desk: TestDesk;
let server: SubgraphServer;
let owner: Viewer & { kind: 'user' };
let jobId: string;

beforeAll(async () => {
  database = await testDatabase('billing-graph');
  desk = await openTestDesk(database.url);
  store = desk.store;
  server = await createSubgraphServer({
    name: 'billing',
    schemaFile: new URL('../schema.graphql', import.meta.url),
    resolvers,
    identity,
    logger: createLogger({ level: 'silent' }),
    createContext: (base) => createBillingContext(base, desk, store.history),
  });
});

afterAll(async () => {
  await server.stop();
  await desk.close();
  await database.drop();
});

beforeEach(() => {
  owner = { kind: 'user', userId: createId(), role: 'MEMBER', locale: 'en' };
  jobId = createId();
});

interface Answer {
  readonly data?: Readonly<Record<string, never>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function ask(viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const request = signedPost(identity, { subgraph: 'billing', viewer, body: JSON.stringify({ query, variables }) });
  return (await (await server.fetch(request)).json()) as Answer;
}

const entity = (viewer: Viewer, ref: Record<string, string>, fields: string) =>
  ask(
    viewer,
    `query($refs: [_Any!]!) { _entities(representations: $refs) { ... on ${ref['__typename']} { ${fields} } } }`,
    { refs: [ref] },
  );
const person = (viewer: Viewer, fields: string, id = owner.userId) =>
  entity(viewer, { __typename: 'User', id }, fields);

const HOLD = `mutation($input: HoldCreditsInput!) {
  holdCredits(input: $input) { __typename ... on Hold { status amount expiresAt } ... on Refusal { code message path } }
}`;
const hold = (amount: number, { viewer = jobs, job = jobId }: { viewer?: Viewer; job?: string } = {}) =>
  ask(viewer, HOLD, { input: { jobId: job, userId: owner.userId, amount, expiresInSeconds: 60 } });

describe('plans', () => {
  it('are listed for everyone, lowest first', async () => {
    const { data } = await ask({ kind: 'anonymous', locale: 'en' }, '{ plans { id tier limits { runningJobsMax } } }');

    expect(data?.['plans']).toMatchObject([
      { id: 'free', tier: 'FREE', limits: { runningJobsMax: 2 } },
      { id: 'starter' },
      { id: 'pro' },
      { id: 'studio' },
      { id: 'enterprise', limits: { runningJobsMax: 20 } },
    ]);
  });

  it('tell services what a person may do', async () => {
    const query =
      '{ accountTerms(userId: "someone") { tier storageBytes limits { queuedJobsMax imageSidePixelsMax } } }';

    expect((await ask(jobs, query)).data?.['accountTerms']).toEqual({
      tier: 'FREE',
      storageBytes: 1_000_000_000,
      limits: { queuedJobsMax: 20, imageSidePixelsMax: 1024 },
    });
    expect((await ask(owner, query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('where no payments are set up', () => {
  it('plans and packs can be looked at, and the refusal says who can change that', async () => {
    const { data } = await ask(owner, '{ plans { id onSale } creditPacks { id credits onSale } }');
    expect(JSON.stringify(data)).not.toContain('"onSale":true');
    const buy = await ask(
      owner,
      'mutation { createCheckout(input: { planId: "pro" }) { ... on Refusal { code message } } }',
    );
    expect(buy.data?.['createCheckout']).toEqual({
      code: 'NOT_FOUND',
      message: 'This studio takes no payments yet. Whoever runs it can set up a payment provider.',
    });
  });
});

describe('a person', () => {
  it('sees their tier, balance and every movement, newest first', async () => {
    await hold(30);
    const { data } = await person(
      owner,
      `tier credits { available held } creditHistory { edges { node { kind amount balanceAfter job { id } } } }`,
    );

    expect(data?.['_entities']).toEqual([
      {
        tier: 'FREE',
        credits: { available: 70, held: 30 },
        creditHistory: {
          edges: [
            { node: { kind: 'HOLD', amount: -30, balanceAfter: 70, job: { id: jobId } } },
            { node: { kind: 'GRANT', amount: 100, balanceAfter: 100, job: null } },
          ],
        },
      },
    ]);
  });

  it('sees of their history what they ask for, their days, and what they can still use', async () => {
    await hold(30);
    await ask(jobs, 'mutation($id: ID!) { settleHold(jobId: $id, amount: 20) { __typename } }', { id: jobId });
    const from = new Date(Date.now() - 86_400_000).toISOString();
    const to = new Date(Date.now() + 86_400_000).toISOString();
    const { data } = await person(
      owner,
      `creditHistory(kinds: [SETTLE], from: "${from}", to: "${to}") { edges { node { kind credits } } }
       earlier: creditHistory(to: "${from}") { edges { node { kind } } }
       creditsByDay(from: "${from}", to: "${to}") { received spent lost }
       creditGrants { source amount remaining expiresAt }`,
    );

    expect(data?.['_entities']).toEqual([
      {
        creditHistory: { edges: [{ node: { kind: 'SETTLE', credits: 20 } }] },
        earlier: { edges: [] },
        creditsByDay: [{ received: 100, spent: 20, lost: 0 }],
        creditGrants: [{ source: 'PLAN', amount: 100, remaining: 80, expiresAt: expect.any(String) as string }],
      },
    ]);
    const { errors } = await person(owner, `creditsByDay(from: "${to}", to: "${from}") { spent }`);
    expect(errors?.[0]?.message).toBe('Ask for a span of 1 to 400 days.');
  });

  it('turns the pages of their history without missing or repeating an entry', async () => {
    for (let number = 0; number < 5; number++) await hold(1, { job: createId() });
    const balances: number[] = [];
    let after: string | null = null;
    do {
      const history = `creditHistory(first: 2 ${after ? `after: "${after}"` : ''})
        { edges { node { balanceAfter } } pageInfo { hasNextPage endCursor } }`;
      const { data } = await person(owner, history);
      const [{ creditHistory }] = data?.['_entities'] as unknown as [{ creditHistory: HistoryPage }];
      balances.push(...creditHistory.edges.map(({ node }) => node.balanceAfter));
      after = creditHistory.pageInfo.hasNextPage ? creditHistory.pageInfo.endCursor : null;
    } while (after);

    expect(balances).toEqual([95, 96, 97, 98, 99, 100]);
  });

  it('is told, in their language, when they ask for a page that can’t be', async () => {
    const korean = { ...owner, locale: 'ko' } as const;

    expect((await person(owner, 'creditHistory(first: 101) { edges { cursor } }')).errors?.[0]).toMatchObject({
      message: 'Ask for 1 to 100 entries at a time.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    for (const after of ['forged', Buffer.from('["1 OR 1=1"]').toString('base64url')]) {
      const { errors } = await person(korean, `creditHistory(after: "${after}") { edges { cursor } }`);
      expect(errors?.[0]?.message).toBe('더는 없는 페이지예요. 처음부터 다시 봐 주세요.');
    }
  });

  it('reads the receipt of their job', async () => {
    await hold(10);
    await ask(jobs, 'mutation($id: ID!) { settleHold(jobId: $id, amount: 8) { __typename } }', { id: jobId });
    const receipt = { __typename: 'Job', id: jobId };

    const { data } = await entity(owner, receipt, 'receipt { kind amount note }');
    expect(data?.['_entities']).toEqual([
      {
        receipt: [
          { kind: 'HOLD', amount: -10, note: null },
          { kind: 'SETTLE', amount: 0, note: null },
          { kind: 'RELEASE', amount: 2, note: 'rest' },
        ],
      },
    ]);
    expect((await entity(jobs, receipt, 'receipt { kind }')).data?.['_entities']).toMatchObject([
      { receipt: [{}, {}, {}] },
    ]);
  });
});

describe('a stranger', () => {
  const stranger: Viewer = { kind: 'user', userId: 'stranger', role: 'MEMBER', locale: 'en' };
  const nobody: Viewer = { kind: 'anonymous', locale: 'en' };

  it('finds no person, no balance, no history and an empty receipt', async () => {
    await hold(10);

    const days = 'creditsByDay(from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z") { spent }';
    const history = 'creditHistory { edges { node { amount } } }';
    for (const fields of [
      'tier',
      'subscription { status }',
      'credits { available held }',
      history,
      days,
      'creditGrants { remaining }',
    ]) {
      for (const viewer of [stranger, nobody]) {
        expect((await person(viewer, fields)).data?.['_entities']).toEqual([null]);
      }
    }
    const receipt = { __typename: 'Job', id: jobId };
    expect((await entity(stranger, receipt, 'receipt { amount }')).data?.['_entities']).toEqual([{ receipt: [] }]);
    expect((await entity(nobody, receipt, 'receipt { amount }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('reads no requests for agreements and puts none into force', async () => {
    const terms =
      'monthlyCredits: 9, storageBytes: 9, runningJobsMax: 9, queuedJobsMax: 9, endsAt: "2099-01-01T00:00:00Z"';
    for (const query of [
      '{ enterpriseRequests { id } }',
      `mutation { activateEnterprise(userId: "x", input: { ${terms} }) { __typename } }`,
    ]) {
      expect((await ask(stranger, query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const mine = [
      'cancelSubscription',
      'resumeSubscription',
      'openCustomerPortal',
      'createCheckout(input: { planId: "pro" })',
    ];
    for (const mutation of [...mine, 'purchaseCredits(packId: "pack-500")', 'changePlan(planId: "pro")']) {
      const { data, errors } = await ask(nobody, `mutation { ${mutation} { ... on Refusal { code } __typename } }`);
      expect(errors?.[0]?.extensions.code ?? data).toBe('UNAUTHENTICATED');
    }
  });

  it('moves no credits', async () => {
    for (const mutation of [
      'mutation($job: ID!) { settleHold(jobId: $job, amount: 1) { __typename } }',
      'mutation($job: ID!) { releaseHold(jobId: $job) { __typename } }',
      'mutation($job: ID!) { renewHolds(jobIds: [$job], expiresInSeconds: 9) }',
      'mutation($job: ID!) { refundCharge(jobId: $job, amount: 1, idempotencyKey: "k") { __typename } }',
      'mutation($job: ID!) { adjustCredits(input: { userId: $job, change: 9, note: "mine", idempotencyKey: "k" }) { __typename } }',
    ]) {
      expect((await ask(stranger, mutation, { job: jobId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await hold(1, { viewer: stranger })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a service', () => {
  it('is refused in the language of whom it serves', async () => {
    const korean: Viewer = { kind: 'service', service: 'generation', actingFor: owner.userId, locale: 'ko' };

    expect((await hold(101)).data?.['holdCredits']).toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      message: 'This needs 101 credits and you have 100. Choose something smaller or get more credits.',
    });
    expect((await hold(101, { viewer: korean })).data?.['holdCredits']).toMatchObject({
      message: '101 크레딧이 필요한데 100 크레딧이 남았어요. 더 작은 작업을 고르거나 크레딧을 충전해 주세요.',
    });
  });

  it('holds, renews and releases', async () => {
    expect((await hold(5)).data?.['holdCredits']).toMatchObject({ __typename: 'Hold', status: 'OPEN', amount: 5 });
    const renew = 'mutation($job: ID!) { renewHolds(jobIds: [$job], expiresInSeconds: 600) }';
    expect((await ask(jobs, renew, { job: jobId })).data?.['renewHolds']).toEqual([jobId]);

    const release = 'mutation($job: ID!) { releaseHold(jobId: $job, note: "failed") { ... on Hold { status } } }';
    expect((await ask(jobs, release, { job: jobId })).data?.['releaseHold']).toEqual({ status: 'RELEASED' });
    expect((await ask(jobs, renew, { job: jobId })).data?.['renewHolds']).toEqual([]);
  });
});

interface HistoryPage {
  readonly edges: readonly { readonly node: { readonly balanceAfter: number } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
