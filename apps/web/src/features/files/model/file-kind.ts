/** The kinds one can filter by, in the order they are shown. */
export const FILE_KINDS = ['all', 'pictures', 'sound', 'film', 'pdf', 'text', 'trash'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const PREFIXES = {
  all: null,
  pictures: 'image/',
  sound: 'audio/',
  film: 'video/',
  pdf: 'application/pdf',
  text: 'text/',
  trash: null,
} as const satisfies Record<FileKind, string | null>;

/** How the types of a kind begin; null for all of them. */
export function typePrefixOf(kind: FileKind): string | null {
  return PREFIXES[kind];
}
