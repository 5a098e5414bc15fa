import { CreditEntry } from './CreditEntry.ts';
import { Job } from './Job.ts';
import { adjustCredits } from './Mutation/adjustCredits.ts';
import { holdCredits } from './Mutation/holdCredits.ts';
import { refundCharge } from './Mutation/refundCharge.ts';
import { releaseHold } from './Mutation/releaseHold.ts';
import { renewHolds } from './Mutation/renewHolds.ts';
import { settleHold } from './Mutation/settleHold.ts';
import { Plan } from './Plan.ts';
import { accountTerms } from './Query/accountTerms.ts';
import { plans } from './Query/plans.ts';
import { User } from './User.ts';

export const resolvers = {
  Query: { accountTerms, plans },
  Mutation: { adjustCredits, holdCredits, refundCharge, releaseHold, renewHolds, settleHold },
  CreditEntry,
  Job,
  Plan,
  User,
};
