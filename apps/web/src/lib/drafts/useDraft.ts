import { useKeptValue } from '../keep/useKeptValue.ts';
import { fieldsOf, keepFields, keptDrafts } from './drafts.ts';
import type { Fields } from './drafts.ts';

export interface DraftOfForm<F extends Fields> {
  readonly fields: F;
  readonly change: (part: Partial<F>) => void;
  /** It was sent, or its writer wants it no more. */
  readonly forget: () => void;
}

/** A form that outlives a reload, a session that ends and a way to another page. `name` is the form, and what it is about. */
export function useDraft<F extends Fields>(name: string, initial: F): DraftOfForm<F> {
  const fields = fieldsOf(useKeptValue(keptDrafts), { name, initial });
  return {
    fields,
    change: (part) => keepFields(name, { ...fieldsOf(keptDrafts.get(), { name, initial }), ...part }),
    forget: () => keepFields(name, null),
  };
}
