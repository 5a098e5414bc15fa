import { useKeptValue } from '../keep/useKeptValue.ts';
import { fieldsOf, keepFields, keptDrafts } from './drafts.ts';
import type { Fields } from './drafts.ts';

export interface DraftOfForm<F extends Fields> {
  readonly fields: F;
  /** Whether it says something else than it began with. */
  readonly isChanged: boolean;
  readonly change: (part: Partial<F>) => void;
  /** It was sent, or its writer wants it no more. */
  readonly forget: () => void;
}

/** A form that outlives a reload, a session that ends and a way to another page. `name` is the form, and what it is about. */
export function useDraft<F extends Fields>(name: string, initial: F): DraftOfForm<F> {
  const fields = fieldsOf(useKeptValue(keptDrafts), { name, initial });
  const isOther = (written: F) => Object.entries(initial).some(([field, value]) => written[field] !== value);
  return {
    fields,
    isChanged: isOther(fields),
    change: (part) => {
      const written = { ...fieldsOf(keptDrafts.get(), { name, initial }), ...part };
      // What is again as it began is no draft: it would stand over what is saved elsewhere meanwhile.
      keepFields(name, isOther(written) ? written : null);
    },
    forget: () => keepFields(name, null),
  };
}
