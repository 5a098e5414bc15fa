import type { AccountTerms } from '../plans.ts';

/** What was agreed with one enterprise customer. */
export interface EnterpriseTerms extends AccountTerms {
  readonly startsAt: Date;
  readonly endsAt: Date;
}
