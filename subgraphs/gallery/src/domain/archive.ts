import { fileNameOf } from '@modu/file-names';
import type { Image } from './image.ts';

export type ArchiveState = 'PREPARING' | 'READY' | 'FAILED';

/** Why an archive could not be made. */
export type ArchiveProblem = 'TOO_LARGE' | 'NOTHING_LEFT' | 'BROKEN';

/** Pictures packed into one file for their owner to take away. */
export interface Archive {
  readonly id: string;
  readonly ownerId: string;
  readonly imageIds: readonly string[];
  readonly state: ArchiveState;
  /** Pictures that are in it so far. */
  readonly packedCount: number;
  /** Place in `imageIds` from which on pictures did not fit; null when all did. */
  readonly leftFrom: number | null;
  readonly sizeBytes: number | null;
  readonly assetId: string | null;
  readonly problem: ArchiveProblem | null;
  readonly tries: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Archives of one person that are on their way at a time. */
export const ARCHIVES_PREPARING_MAX = 5;
/** Those that are ready are kept, the newest so many: one more lets the oldest go. */
export const ARCHIVES_READY_MAX = 5;
export const ARCHIVE_BYTES_MAX = 2_000_000_000;
/** Less than assets keeps the file, so that a link in an archive always leads somewhere. */
export const ARCHIVE_LIFE_MS = 23 * 3_600_000;
export const ARCHIVE_TRIES_MAX = 3;

/** The pictures that did not fit into an archive: another has to be asked for them. */
export const leftOut = ({ imageIds, leftFrom }: Pick<Archive, 'imageIds' | 'leftFrom'>): readonly string[] =>
  leftFrom === null ? [] : imageIds.slice(leftFrom);

const NAME_LENGTH_MAX = 60;

const EXTENSIONS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** What a picture is called in an archive: its place first, so that names are of their own and stay in order. */
export function entryName(
  { title, prompt }: Pick<Image, 'title' | 'prompt'>,
  { place, contentType }: { readonly place: number; readonly contentType: string },
): string {
  const short = fileNameOf(title ?? prompt ?? '', { charsMax: NAME_LENGTH_MAX });
  const number = String(place).padStart(4, '0');
  return `${number}${short === '' ? '' : ` ${short}`}.${EXTENSIONS[contentType] ?? 'bin'}`;
}
