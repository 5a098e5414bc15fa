import { defineChannel } from '@modu/bus';
import { defineTask } from '@modu/tasks';
import { z } from 'zod';

/** Plan levels, lowest first, as other domains may keep them. */
export const tier = z.enum(['FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE']);

/** What `accountTerms` answers, for the services that ask it. */
export const accountTerms = z.object({
  tier,
  limits: z.object({
    runningJobsMax: z.int().positive(),
    queuedJobsMax: z.int().positive(),
    imageSidePixelsMax: z.int().positive(),
  }),
  storageBytes: z.number().nonnegative(),
});

export type AccountTerms = z.infer<typeof accountTerms>;

/**
 * A person's terms are new. Whoever keeps a copy drops it and asks `accountTerms` again: the account is the truth, a message
 * that is lost costs no more than the age of the copy. `version` grows with each change.
 */
export const termsChangedChannel = defineChannel(
  'billing.terms-changed',
  z.object({ userId: z.string(), version: z.int(), tier, storageBytes: z.number().nonnegative() }),
);

const termsChange = z.object({ sequence: z.int().positive(), userId: z.string().min(1) });
const termsChangesAnswer = z.object({ termsChanges: z.array(termsChange) });

/**
 * People whose terms are new, in order, for services that must not miss it (`followFeed`): each asks `accountTerms`, acts, and
 * confirms. Somebody whose terms change again before a service came to them is told once, at the place of the last change.
 */
export const termsFeed = {
  subgraph: 'billing',
  channel: termsChangedChannel,
  readQuery: 'query TermsChanges($after: Int) { termsChanges(after: $after) { sequence userId } }',
  items: (answer: unknown): readonly z.output<typeof termsChange>[] => termsChangesAnswer.parse(answer).termsChanges,
  confirmMutation: 'mutation ConfirmTermsChanges($through: Int!) { confirmTermsChanges(through: $through) }',
} as const;

/** Acts on a webhook that was kept. */
export const processWebhookTask = defineTask({
  name: 'billing.process-webhook',
  schema: z.object({ webhookId: z.string() }),
  retryLimit: 20,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 300,
  timeoutSeconds: 60,
});

/** Asks the payment provider for what webhooks did not bring, then does what time brings. Daily. */
export const dailyTask = defineTask({
  name: 'billing.daily',
  schema: z.object({}),
  retryLimit: 6,
  retryDelaySeconds: 60,
  retryDelayMaxSeconds: 3_600,
  timeoutSeconds: 3_000,
});

/** A person has less storage than before: warns them when their files take more. */
export const warnStorageTask = defineTask({
  name: 'billing.warn-storage',
  schema: z.object({ userId: z.string(), version: z.int() }),
  retryLimit: 20,
  retryDelaySeconds: 5,
  retryDelayMaxSeconds: 3_600,
  timeoutSeconds: 60,
});

/** New months and ends, for those whose moment has come. Every five minutes. */
export const advanceTask = defineTask({
  name: 'billing.advance',
  schema: z.object({}),
  retryLimit: 0,
  retryDelaySeconds: 1,
  timeoutSeconds: 270,
});
