/** What made something, as the graph names it. */
export interface Edition {
  readonly name: string;
  readonly version?: string | null;
  readonly tables?: string | null;
}

/** As `liblouis 3.2.0, en-ueb-g2.ctb`: names that are the same in every language. */
export const editionWords = ({ name, version, tables }: Edition): string =>
  [[name, version].filter(Boolean).join(' '), tables].filter(Boolean).join(', ');
