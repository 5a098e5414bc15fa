/** Everything the create page lets a person choose; kept across reloads. */
export interface Draft {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly modelId: string | null;
  readonly width: number;
  readonly height: number;
  readonly steps: number;
  /** As typed; digits when it is in order. */
  readonly seed: string;
  /** Locked seeds stay; others are rolled anew for every picture. */
  readonly isSeedLocked: boolean;
}

export const SEED_MAX = 4_294_967_295;

export const NEW_DRAFT: Draft = {
  prompt: '',
  negativePrompt: '',
  modelId: null,
  width: 512,
  height: 512,
  steps: 20,
  seed: '',
  isSeedLocked: false,
};

/** Reads a stored draft, field by field; what is missing or of another kind takes its default. */
export function parseDraft(stored: unknown): Draft {
  const from = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const text = (name: 'prompt' | 'negativePrompt' | 'seed') =>
    typeof from[name] === 'string' ? from[name] : NEW_DRAFT[name];
  const whole = (name: 'width' | 'height' | 'steps') =>
    Number.isInteger(from[name]) && (from[name] as number) > 0 ? (from[name] as number) : NEW_DRAFT[name];
  return {
    prompt: text('prompt'),
    negativePrompt: text('negativePrompt'),
    modelId: typeof from['modelId'] === 'string' ? from['modelId'] : null,
    width: whole('width'),
    height: whole('height'),
    steps: whole('steps'),
    seed: text('seed'),
    isSeedLocked: from['isSeedLocked'] === true,
  };
}

/** Reads a typed seed; null when it is not a whole number in range. */
export function parseSeed(typed: string): number | null {
  if (!/^\d{1,10}$/u.test(typed.trim())) return null;
  const seed = Number(typed.trim());
  return seed <= SEED_MAX ? seed : null;
}

/** A seed from the browser's random source. */
export function rollSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
}
