/**
 * The first browsers that know both light-dark() and OKLCH: styles keep them as written. Put into older words, light-dark() is decided
 * once for the page, and what is dark on every page (the lightbox) has the colours of paper.
 */
export const FIRST_BROWSERS = ['chrome123', 'firefox120', 'safari17.5'] as const;
