// Apart from what parses by them, which the process that reads a document has no use for and would have to load.

export const LINK_CHARS_MAX = 2_000;
/** Longer than any number of a page in print. */
export const PAGE_LABEL_CHARS_MAX = 20;
