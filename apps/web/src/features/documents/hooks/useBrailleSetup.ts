import { useDraft } from '../../../lib/drafts/index.ts';
import type { DocumentPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { fieldsOfSetup, setupFrom, setupOf } from '../model/braille-setup.ts';
import type { BrailleSetup } from '../model/braille-setup.ts';

interface BrailleSetupOptions {
  readonly document: Pick<NonNullable<DocumentPageQuery['document']>, 'id' | 'title' | 'language'>;
  readonly codes: DocumentPageQuery['brailleCodes'];
}

/** How somebody wants a document written in braille; kept until it is, and in the code of its language to begin with. */
export function useBrailleSetup({ document: { id, title, language }, codes }: BrailleSetupOptions) {
  const fitting = codes.find((code) => language.startsWith(code.language)) ?? codes[0];
  const initial = fieldsOfSetup(setupOf({ title, code: fitting?.id ?? '' }));
  const draft = useDraft(`braille ${id}`, initial);
  const setup = setupFrom(draft.fields);
  // A code that is there no more can't be asked for.
  const code = codes.some((one) => one.id === setup.code) ? setup.code : (fitting?.id ?? '');
  return {
    draft,
    setup: { ...setup, code },
    change: (part: Partial<BrailleSetup>) => draft.change(fieldsOfSetup({ ...setup, ...part })),
  };
}
