import { flag } from '@modu/settings';
import { z } from 'zod';

/** `starter=111,pro=112,pack-500=120`: which of their variants sells which plan or pack of ours. */
const variants = z.string().transform((text, context) => {
  const pairs = text
    .split(',')
    .flatMap((part) => part.trim() || [])
    .map((pair) => pair.split('='));
  const wrong = pairs.find(([product, variant]) => !product || !/^\d+$/.test(variant ?? ''));
  if (wrong) context.addIssue(`"${wrong.join('=')}" must look like starter=123456`);
  return new Map(pairs.map(([product = '', variant = '']) => [product, variant]));
});

/** Payments are on when all of these are set, and off when none is. */
export const PAYMENTS = [
  'LEMON_SQUEEZY_API_KEY',
  'LEMON_SQUEEZY_STORE_ID',
  'LEMON_SQUEEZY_WEBHOOK_SECRET',
  'LEMON_SQUEEZY_VARIANTS',
] as const;

export const lemonSqueezySettings = {
  LEMON_SQUEEZY_API_KEY: z.string().min(1).optional(),
  LEMON_SQUEEZY_STORE_ID: z.string().regex(/^\d+$/).optional(),
  /** Their rule: 6 to 40 characters. */
  LEMON_SQUEEZY_WEBHOOK_SECRET: z.string().min(6).max(40).optional(),
  LEMON_SQUEEZY_VARIANTS: variants.optional(),
  LEMON_SQUEEZY_API_URL: z.url().default('https://api.lemonsqueezy.com'),
  LEMON_SQUEEZY_TEST_MODE: flag.default(false),
};

export interface LemonSqueezySettings {
  readonly apiKey: string;
  readonly storeId: string;
  readonly webhookSecret: string;
  /** Our product → their variant. */
  readonly variants: ReadonlyMap<string, string>;
  readonly apiUrl: string;
  readonly testMode: boolean;
}

type Parsed = z.output<z.ZodObject<typeof lemonSqueezySettings>>;

/** Complete settings; undefined when something is missing and there are no payments. */
export function readLemonSqueezy(parsed: Parsed): LemonSqueezySettings | undefined {
  const {
    LEMON_SQUEEZY_API_KEY: apiKey,
    LEMON_SQUEEZY_STORE_ID: storeId,
    LEMON_SQUEEZY_WEBHOOK_SECRET: webhookSecret,
    LEMON_SQUEEZY_VARIANTS: products,
  } = parsed;
  if (!apiKey || !storeId || !webhookSecret || !products) return undefined;
  const { LEMON_SQUEEZY_API_URL: apiUrl, LEMON_SQUEEZY_TEST_MODE: testMode } = parsed;
  return { apiKey, storeId, webhookSecret, variants: products, apiUrl, testMode };
}
