import type { ActivityPartsFragment } from '../../../lib/graph/generated/graphql.ts';

/** One line of the feed: what happened once, or many times in a row. */
export interface Happening {
  readonly id: string;
  readonly kind: ActivityPartsFragment['kind'];
  /** Of the last time. */
  readonly at: string;
  readonly count: number;
  /** What it is about, the newest first, each once. */
  readonly images: readonly NonNullable<ActivityPartsFragment['image']>[];
  readonly board: ActivityPartsFragment['board'];
}

const TOGETHER_MS = 3_600_000;

/** Puts what happened in a row, of one kind and within an hour of each other, into one line. */
export function gather(activity: readonly ActivityPartsFragment[]): Happening[] {
  const lines: Happening[] = [];
  let earliest = 0;
  for (const one of activity) {
    const line = lines.at(-1);
    const at = Date.parse(one.at);
    if (line && isMore(line, one) && earliest - at <= TOGETHER_MS) {
      lines[lines.length - 1] = { ...line, count: line.count + 1, images: withImage(line.images, one.image) };
    } else {
      const { id, kind, board } = one;
      lines.push({ id, kind, board, at: one.at, count: 1, images: withImage([], one.image) });
    }
    earliest = at;
  }
  return lines;
}

/** Boards are each a line of their own: they have names. Links are told together when they show the same picture. */
function isMore({ kind, images }: Happening, one: ActivityPartsFragment): boolean {
  if (kind !== one.kind || kind === 'BOARD_MADE') return false;
  return kind === 'IMAGE_MADE' || images[0]?.id === one.image?.id;
}

function withImage(images: Happening['images'], image: ActivityPartsFragment['image']): Happening['images'] {
  return !image || images.some(({ id }) => id === image.id) ? images : [...images, image];
}
