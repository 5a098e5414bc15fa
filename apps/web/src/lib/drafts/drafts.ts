import { createKeptValue, OWN_PREFIX } from '../keep/kept-value.ts';

/** What stands in a form, field by field, as typed. */
export type Fields = Readonly<Record<string, string>>;

interface Draft {
  readonly name: string;
  readonly fields: Fields;
}

/** So many forms can be left half written; the one that was touched longest ago is let go of first. */
const DRAFTS_MAX = 20;

const isDraft = (stored: unknown): stored is Draft => {
  const { name, fields } = (stored ?? {}) as Partial<Draft>;
  if (typeof name !== 'string' || typeof fields !== 'object' || fields === null) return false;
  return Object.values(fields).every((value) => typeof value === 'string');
};

const parse = (stored: unknown): readonly Draft[] => (Array.isArray(stored) ? stored.filter(isDraft) : []);

/** Every form somebody has begun in this browser and not sent yet; forgotten at sign-out. */
export const keptDrafts = createKeptValue<readonly Draft[]>({ key: `${OWN_PREFIX}drafts`, parse });

/** What was written into a form, over what it began with; of fields that it has no longer, nothing. */
export function fieldsOf<F extends Fields>(
  drafts: readonly Draft[],
  { name, initial }: { name: string; initial: F },
): F {
  const written = drafts.find((draft) => draft.name === name)?.fields ?? {};
  return Object.fromEntries(Object.entries(initial).map(([field, value]) => [field, written[field] ?? value])) as F;
}

/** Keeps what stands in a form; null keeps nothing of it. */
export function keepFields(name: string, fields: Fields | null): void {
  const others = keptDrafts.get().filter((draft) => draft.name !== name);
  if (fields === null && others.length === keptDrafts.get().length) return;
  keptDrafts.set(fields === null ? others : [...others, { name, fields }].slice(-DRAFTS_MAX));
}
