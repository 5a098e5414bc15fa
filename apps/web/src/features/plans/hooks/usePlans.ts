import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  BuyPackDocument,
  BuyPlanDocument,
  CancelPlanDocument,
  OpenPortalDocument,
  PlansDocument,
  ResumePlanDocument,
  SwitchPlanDocument,
} from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

/** Plans, packs, and what the viewer subscribes to. */
export function usePlans() {
  return useQuery({
    queryKey: ['plans'],
    queryFn: ({ signal }) => request(PlansDocument, {}, { signal }),
    staleTime: 30_000,
  });
}

export type PlanStep =
  | { readonly step: 'buy' | 'switch'; readonly planId: string }
  | { readonly step: 'pack'; readonly packId: string }
  | { readonly step: 'portal' | 'cancel' | 'resume' };

interface Said {
  readonly __typename: string;
  readonly url?: string;
  readonly message?: string;
}

async function take(step: PlanStep): Promise<Said> {
  switch (step.step) {
    case 'buy':
      return (await request(BuyPlanDocument, { planId: step.planId })).createCheckout;
    case 'pack':
      return (await request(BuyPackDocument, { packId: step.packId })).purchaseCredits;
    case 'portal':
      return (await request(OpenPortalDocument, {})).openCustomerPortal;
    case 'switch':
      return (await request(SwitchPlanDocument, { planId: step.planId })).changePlan;
    case 'cancel':
      return (await request(CancelPlanDocument, {})).cancelSubscription;
    case 'resume':
      return (await request(ResumePlanDocument, {})).resumeSubscription;
  }
}

/** Buys, changes, cancels or resumes; goes to the provider's page where there is one. */
export function usePlanStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: take,
    onSuccess: async ({ url }) => {
      if (url !== undefined) return window.location.assign(url);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['plans'] }),
        client.invalidateQueries({ queryKey: ['me'] }),
      ]);
    },
  });
}
