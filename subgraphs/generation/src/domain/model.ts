import type { ImageTask } from '../contracts.ts';

export const TIERS = ['FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE'] as const;
/** Plan levels, lowest first. */
export type Tier = (typeof TIERS)[number];

export type { ImageTask } from '../contracts.ts';

/** A way to make pictures, as people choose it. */
export interface Model {
  readonly id: string;
  readonly name: string;
  readonly engineName: string;
  /** Whether learned weights are involved; if not, that is said. */
  readonly neural: boolean;
  readonly description: string;
  readonly tasks: readonly ImageTask[];
  readonly available: boolean;
  readonly minimumTier: Tier;
  readonly defaults: { readonly width: number; readonly height: number; readonly steps: number };
  readonly limits: ModelLimits;
  /** What is to be left out reaches it as part of the prompt. */
  readonly joinsNegativePrompt?: boolean;
  /** What is to be left out changes nothing. */
  readonly ignoresNegativePrompt?: boolean;
  /** Whatever steps are asked for, a picture is made the same way: it counts as the default ones. */
  readonly ignoresSteps?: boolean;
}

export interface ModelLimits {
  readonly sidePixelsMin: number;
  readonly sidePixelsMax: number;
  readonly sidePixelsStep: number;
  readonly stepsMin: number;
  readonly stepsMax: number;
  readonly promptCharactersMax: number;
  /** Longest side of an enlarged picture. */
  readonly upscaledSidePixelsMax: number;
}

/** What a person's plan allows. */
export interface Terms {
  readonly tier: Tier;
  readonly queuedJobsMax: number;
  readonly runningJobsMax: number;
  readonly imageSidePixelsMax: number;
}

export function includesTier(tier: Tier, minimum: Tier): boolean {
  return TIERS.indexOf(tier) >= TIERS.indexOf(minimum);
}
