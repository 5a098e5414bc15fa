import { postgresUrl } from '@modu/settings';
import { z } from 'zod';
import { lemonSqueezySettings } from './store/lemon-squeezy/settings.ts';

export const billingSettings = z.object({
  /** The ledger's own database. */
  BILLING_DATABASE_URL: postgresUrl,
  /** Where people come back to from a payment page. */
  PUBLIC_URL: z.url().default('http://localhost:4000'),
  ...lemonSqueezySettings,
});

export type BillingSettings = z.output<typeof billingSettings>;
