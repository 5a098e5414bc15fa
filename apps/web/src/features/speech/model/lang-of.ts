/** The language of what was said as `lang` wants it: the page's is no guess for what nobody knows yet. */
export const langOf = (language: string) => (language === 'und' ? '' : language);
