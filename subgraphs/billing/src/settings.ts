import { postgresUrl, together } from '@modu/settings';
import { z } from 'zod';
import { lemonSqueezySettings, PAYMENTS } from './store/lemon-squeezy/settings.ts';

const settings = z.object({
  /** The ledger's own database. */
  BILLING_DATABASE_URL: postgresUrl,
  /** Where people come back to from a payment page. */
  PUBLIC_URL: z.url().default('http://localhost:4000'),
  ...lemonSqueezySettings,
});

export const billingSettings = together(settings, PAYMENTS);

export type BillingSettings = z.output<typeof billingSettings>;
