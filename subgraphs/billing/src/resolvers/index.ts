import { CreditEntry } from './CreditEntry.ts';
import { Dashboard } from './Dashboard.ts';
import { EnterpriseRequest } from './EnterpriseRequest.ts';
import { Job } from './Job.ts';
import { activateEnterprise } from './Mutation/activateEnterprise.ts';
import { adjustCredits } from './Mutation/adjustCredits.ts';
import { cancelSubscription } from './Mutation/cancelSubscription.ts';
import { changePlan } from './Mutation/changePlan.ts';
import { confirmTermsChanges } from './Mutation/confirmTermsChanges.ts';
import { createCheckout } from './Mutation/createCheckout.ts';
import { holdCredits } from './Mutation/holdCredits.ts';
import { openCustomerPortal } from './Mutation/openCustomerPortal.ts';
import { purchaseCredits } from './Mutation/purchaseCredits.ts';
import { refundCharge } from './Mutation/refundCharge.ts';
import { releaseHold } from './Mutation/releaseHold.ts';
import { renewHolds } from './Mutation/renewHolds.ts';
import { requestEnterprise } from './Mutation/requestEnterprise.ts';
import { resumeSubscription } from './Mutation/resumeSubscription.ts';
import { settleHold } from './Mutation/settleHold.ts';
import { Plan } from './Plan.ts';
import { PlanSubscription } from './PlanSubscription.ts';
import { accountTerms } from './Query/accountTerms.ts';
import { creditPacks } from './Query/creditPacks.ts';
import { enterpriseRequests } from './Query/enterpriseRequests.ts';
import { plans } from './Query/plans.ts';
import { termsChanges } from './Query/termsChanges.ts';
import { User } from './User.ts';

const holds = { holdCredits, refundCharge, releaseHold, renewHolds, settleHold };
const payments = {
  createCheckout,
  purchaseCredits,
  openCustomerPortal,
  changePlan,
  cancelSubscription,
  resumeSubscription,
};
const agreements = { requestEnterprise, activateEnterprise, adjustCredits };

export const resolvers = {
  Query: { accountTerms, creditPacks, enterpriseRequests, plans, termsChanges },
  Mutation: { ...holds, ...payments, ...agreements, confirmTermsChanges },
  CreditEntry,
  Dashboard,
  EnterpriseRequest,
  Job,
  Plan,
  PlanSubscription,
  User,
};
