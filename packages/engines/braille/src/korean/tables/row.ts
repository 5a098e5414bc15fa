/** A row of the own test tables: the article of the 2024 revision that it shows, print, and cells. */
export type Row = readonly [article: string, print: string, cells: string];
