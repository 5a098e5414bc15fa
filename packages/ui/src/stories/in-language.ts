/** What a story gives its render function; only the language is of interest here. */
interface StoryContext {
  readonly globals: { readonly [name: string]: unknown };
}

/** The words of a story in the language of the toolbar. Components hold none themselves. */
export function inLanguage<TWords>(context: StoryContext, words: { readonly en: TWords; readonly ko: TWords }): TWords {
  return context.globals['locale'] === 'ko' ? words.ko : words.en;
}
