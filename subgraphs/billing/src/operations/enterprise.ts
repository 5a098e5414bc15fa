import { AccessError, isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { charactersOf, isPlainLine, isPlainText } from '@modu/plain-text';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { addMonths } from '../domain/calendar.ts';
import { checkAmount, checkId } from '../domain/limits.ts';
import type { CurrentSubscription } from '../domain/payment/standing.ts';
import { planOf } from '../domain/plans.ts';
import { keepAgreement, keepEnterpriseRequest, listEnterpriseRequests } from '../store/enterprise-store.ts';
import type { EnterpriseRequest, NewEnterpriseRequest } from '../store/enterprise-store.ts';
import { applyRecords } from './apply-records.ts';
import type { BillingDesk } from './billing-desk.ts';
import { withProvider } from './buy.ts';
import { endSubscriptionsOf } from './end-subscriptions.ts';

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@]{2,63}$/;
const PEOPLE_MAX = 1_000_000;
const TEXT_MAX = 2_000;
const NAME_MAX = 200;
const REQUESTS_MAX = 200;

/** Asks for an agreement; asked again before the answer, it is the same request with what is said now. */
export async function requestEnterprise(
  desk: Pick<BillingDesk, 'ledger'>,
  viewer: Viewer,
  input: Omit<NewEnterpriseRequest, 'userId'>,
): Promise<EnterpriseRequest | Refusal> {
  const userId = requireUser(viewer);
  const organisation = input.organisation.trim();
  const message = input.message.trim();
  const asked = { userId, organisation, contactEmail: input.contactEmail.trim(), people: input.people, message };
  const invalid = checkRequest(asked);
  if (invalid) return invalid;
  return keepEnterpriseRequest(desk.ledger.pool, asked, desk.ledger.now());
}

function checkRequest(asked: NewEnterpriseRequest): Refusal | undefined {
  const { organisation, contactEmail, people, message } = asked;
  const isFit = {
    organisation: organisation !== '' && charactersOf(organisation) <= NAME_MAX,
    contactEmail: EMAIL.test(contactEmail),
    people: Number.isInteger(people) && people >= 1 && people <= PEOPLE_MAX,
    message: charactersOf(message) <= TEXT_MAX,
  };
  const isPlain = {
    organisation: isPlainLine(organisation),
    contactEmail: isPlainLine(contactEmail),
    message: isPlainText(message),
  };
  const fieldOf = (rules: Readonly<Record<string, boolean>>) => Object.keys(rules).find((field) => !rules[field]);
  const [unfit, unseen] = [fieldOf(isFit), fieldOf(isPlain)];
  if (unfit) return refuse('INVALID_INPUT', `enterprise.${unfit}`, { path: ['input', unfit] });
  return unseen ? refuse('INVALID_INPUT', 'text.plain', { path: ['input', unseen] }) : undefined;
}

/** What admins have to answer. */
export async function readEnterpriseRequests(
  desk: Pick<BillingDesk, 'ledger'>,
  viewer: Viewer,
): Promise<EnterpriseRequest[]> {
  requireAdmin(viewer);
  return listEnterpriseRequests(desk.ledger.pool, REQUESTS_MAX);
}

export interface AgreedTerms {
  readonly monthlyCredits: number;
  readonly storageBytes: number;
  readonly runningJobsMax: number;
  readonly queuedJobsMax: number;
  readonly endsAt: Date | string;
}

/**
 * Puts an agreement into force, by an admin; made again, it takes the place of the one that runs. A plan that is paid for is
 * canceled first: nobody sees it behind the agreement, and it would go on being charged.
 */
export async function activateEnterprise(
  desk: BillingDesk,
  viewer: Viewer,
  { userId, input }: { readonly userId: string; readonly input: AgreedTerms },
): Promise<CurrentSubscription | Refusal> {
  const by = requireAdmin(viewer);
  const now = desk.ledger.now();
  const endsAt = new Date(input.endsAt);
  const invalid =
    checkId(userId, ['userId']) ?? checkAmount(input.monthlyCredits, ['input', 'monthlyCredits']) ?? checkTerms(input);
  if (invalid) return invalid;
  if (!(endsAt > now && endsAt <= addMonths(now, 120))) {
    return refuse('INVALID_INPUT', 'enterprise.endsAt', { path: ['input', 'endsAt'] });
  }
  const plan = planOf('ENTERPRISE');
  const { monthlyCredits, storageBytes, runningJobsMax, queuedJobsMax } = input;
  const limits = { ...plan.limits, runningJobsMax, queuedJobsMax };
  const terms = { tier: plan.tier, planId: plan.id, storageBytes, limits, monthlyCredits, startsAt: now, endsAt };
  const unanswered = await endPaidPlan(desk, userId);
  if (unanswered) return unanswered;
  await keepAgreement(desk.ledger.pool, { userId, terms, by, now });
  const { standing } = await applyRecords(desk, userId);
  if (!standing.subscription) throw new Error(`The agreement with ${userId} is not in force.`);
  return standing.subscription;
}

async function endPaidPlan(desk: BillingDesk, userId: string): Promise<Refusal | undefined> {
  if (!desk.provider) return undefined;
  const ended = await withProvider(desk, desk.provider, () => endSubscriptionsOf(desk, userId), {
    unanswered: 'payments.unknown',
  });
  return isRefusal(ended) ? ended : undefined;
}

const STORAGE_BYTES_MAX = 2 ** 50;
const RUNNING_MAX = 100;
const QUEUED_MAX = 100_000;

function checkTerms({ storageBytes, runningJobsMax, queuedJobsMax }: AgreedTerms): Refusal | undefined {
  const rules = [
    { field: 'storageBytes', value: storageBytes, max: STORAGE_BYTES_MAX },
    { field: 'runningJobsMax', value: runningJobsMax, max: RUNNING_MAX },
    { field: 'queuedJobsMax', value: queuedJobsMax, max: QUEUED_MAX },
  ];
  const wrong = rules.find(({ value, max }) => !(Number.isInteger(value) && value >= 1 && value <= max));
  return (
    wrong &&
    refuse('INVALID_INPUT', `enterprise.${wrong.field}`, { path: ['input', wrong.field], params: { max: wrong.max } })
  );
}

function requireAdmin(viewer: Viewer): string {
  if (viewer.kind === 'user' && viewer.role === 'ADMIN') return viewer.userId;
  throw new AccessError('FORBIDDEN', 'Only admins may do this.');
}
