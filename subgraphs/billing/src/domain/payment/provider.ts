import type { OrderFact, PaymentFact, SubscriptionFact } from './fact.ts';

export interface CheckoutOrder {
  readonly userId: string;
  /** A plan or a pack of ours. */
  readonly product: string;
  readonly email: string | null;
  /** Where the person comes back to. */
  readonly returnUrl: string;
}

/** What a webhook said, once its signature was found right. */
export type WebhookMessage =
  | { readonly kind: 'FACT'; readonly event: string; readonly fact: PaymentFact; readonly userId: string | null }
  /** An event that we act on, about something in a shape that we do not know. */
  | { readonly kind: 'UNREADABLE'; readonly event: string; readonly problem: string }
  /** An event we do not know, or of the other mode (test or live): kept and not acted on. */
  | { readonly kind: 'IGNORED'; readonly event: string; readonly why: 'unknown' | 'mode' | 'unreadable' };

/** What is asked for in lists, at a pace that leaves room for what people wait for. */
export interface FactQuery {
  readonly since: Date;
  /** Hears, in a sentence, of what is there and could not be told; all else is told all the same. */
  readonly onUntold: (what: string) => void;
}

/**
 * Someone who takes payments for us. Every provider passes the same suite (`testing/payment-provider-contract.ts`).
 * Calls have a deadline and bounded retries, and throw `PaymentProviderError` when there is no answer to act on.
 */
export interface PaymentProvider {
  /** Stands in front of its identifiers, in keys of grants too: never changes. */
  readonly name: string;
  sells(product: string): boolean;
  /** @returns the address of a page where the person pays. */
  createCheckout(order: CheckoutOrder): Promise<string>;
  /** @returns the address of the page where a subscriber changes cards and reads invoices; it ends after some hours. */
  openPortal(subscriptionId: string): Promise<string>;
  /** `NOW`: charges the difference for the rest of the month at once. `RENEWAL`: asks for the new price from then on. */
  changePlan(subscriptionId: string, product: string, paidFrom: 'NOW' | 'RENEWAL'): Promise<SubscriptionFact>;
  /** Ends it at the end of the paid time. */
  cancel(subscriptionId: string): Promise<SubscriptionFact>;
  /** Takes a cancellation back while the paid time lasts. */
  resume(subscriptionId: string): Promise<SubscriptionFact>;
  /** A subscription as it is now, whenever it was made. `REFUSED` when the provider knows none. */
  findSubscription(subscriptionId: string): Promise<SubscriptionFact>;
  /** Everything made since a moment; for what webhooks did not bring. */
  listFacts(query: FactQuery): AsyncIterable<PaymentFact>;
  /** A subscription whenever it was made, then its payments since a moment. `REFUSED` when the provider knows none. */
  listFactsOf(subscriptionId: string, query: FactQuery): AsyncIterable<PaymentFact>;
  /** A purchase as it is now, whenever it was made. `REFUSED` when the provider knows none. */
  findOrder(orderId: string): Promise<OrderFact>;
  /** Whether the raw bytes were signed by the provider; looks at nothing else of them. */
  isAuthentic(raw: Uint8Array, headers: Headers): boolean;
  read(raw: Uint8Array): WebhookMessage;
}

/** It said no to this one thing; what else there is to ask is not concerned. */
export function isRefusedByProvider(error: unknown): boolean {
  return error instanceof PaymentProviderError && error.code === 'REFUSED';
}

export class PaymentProviderError extends Error {
  /** `REFUSED`: it said no and will again. `UNREACHABLE`: it may answer later. */
  readonly code: 'REFUSED' | 'UNREACHABLE';

  constructor(code: PaymentProviderError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PaymentProviderError';
    this.code = code;
  }
}
