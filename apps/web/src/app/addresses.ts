import { parseCreateSearch } from '../features/create/model/create-search.ts';
import { parseBoardSearch, parseGallerySearch } from '../features/gallery/model/wall-filter.ts';
import { parseSignSearch } from '../features/session/model/sign-search.ts';

type Given = Readonly<Record<string, unknown>>;

/** A page whose address says nothing beyond its path. */
const nothing = (_given: Given): Readonly<Record<string, never>> => ({});

/** Every address of the studio: its path and the parser of its search. Its page is named in `pages.ts`. */
export const ADDRESSES = {
  '/': parseCreateSearch,
  '/account': nothing,
  '/admin/queue': nothing,
  '/boards': nothing,
  '/boards/$boardId': parseBoardSearch,
  '/braille/$renditionId': nothing,
  '/credits': nothing,
  '/dev/mail': nothing,
  '/documents': nothing,
  '/documents/$documentId': nothing,
  '/enterprise': nothing,
  '/files': nothing,
  '/forgot-password': nothing,
  '/gallery': parseGallerySearch,
  '/gallery/$imageId': nothing,
  '/gallery/trash': nothing,
  '/overview': nothing,
  '/plans': nothing,
  '/reset-password': nothing,
  '/s/$token': nothing,
  '/security': nothing,
  '/sign-in': parseSignSearch,
  '/sign-up': parseSignSearch,
  '/speech': nothing,
  '/speech/$clipId': nothing,
  '/transcripts/$transcriptId': nothing,
  '/verify-email': nothing,
} as const;

declare module '../lib/way/register.ts' {
  interface Register {
    readonly addresses: typeof ADDRESSES;
  }
}
