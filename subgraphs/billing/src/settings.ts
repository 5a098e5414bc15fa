import { postgresUrl } from '@modu/settings';
import { z } from 'zod';

export const billingSettings = z.object({
  /** The ledger's own database. */
  BILLING_DATABASE_URL: postgresUrl,
});
