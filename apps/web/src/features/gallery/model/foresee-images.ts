import type { Foresight } from '../../../lib/ahead/index.ts';
import type { OriginalQuery, TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import type { ImageInFull } from '../hooks/useImage.ts';
import type { ImagesChange } from '../hooks/useChangeImages.ts';
import type { WallFilter } from './wall-filter.ts';

/** What the owner wrote about one picture. */
export interface PictureWords {
  readonly kind: 'words';
  readonly ids: readonly [string];
  readonly title: string;
  readonly note: string;
  readonly tags: readonly string[];
}

type Foreseeable = ImagesChange | PictureWords;

/** What a change of pictures will make of walls, of the picture that is looked at closely, and of a picture's own page. */
export function foreseeImages(change: Foreseeable): Foresight {
  const ids = new Set(change.ids);
  return (known, [things, part, about]) => {
    if (things !== 'images' || known === null) return known;
    if (part === 'wall')
      return wallWith(known as readonly TilePartsFragment[], { change, ids, filter: about as WallFilter });
    if (typeof about !== 'string' || !ids.has(about)) return known;
    if (part === 'original') return { ...(known as OriginalQuery['image']), ...ofTile(change) };
    return part === 'one' ? { ...(known as ImageInFull), ...ofPage(change, known as ImageInFull) } : known;
  };
}

interface OnWall {
  readonly change: Foreseeable;
  readonly ids: ReadonlySet<string>;
  readonly filter: WallFilter;
}

function wallWith(tiles: readonly TilePartsFragment[], { change, ids, filter }: OnWall): readonly TilePartsFragment[] {
  if (!tiles.some(({ id }) => ids.has(id))) return tiles;
  const leaves = filter.trashed === true ? ['restore', 'purge'] : ['trash'];
  if (leaves.includes(change.kind)) return tiles.filter(({ id }) => !ids.has(id));
  const parts = ofTile(change);
  return tiles.map((tile) => (ids.has(tile.id) ? { ...tile, ...parts } : tile));
}

/** What changes of a picture wherever it is shown. A star that is taken away stays to be given back, also where only starred ones are. */
function ofTile(change: Foreseeable): { readonly starred?: boolean; readonly title?: string | null } {
  if (change.kind === 'star') return { starred: change.starred };
  return change.kind === 'words' ? { title: orNull(change.title) } : {};
}

/** What changes on a picture's own page. Into the trash goes the page itself, once the API has said so. */
function ofPage(change: Foreseeable, { tags }: ImageInFull): Partial<ImageInFull> {
  switch (change.kind) {
    case 'tag':
      return { tags: [...new Set([...tags, ...change.add])].filter((tag) => !change.remove.includes(tag)) };
    case 'words':
      return { ...ofTile(change), note: orNull(change.note), tags: [...change.tags] };
    case 'restore':
      return { deletedAt: null };
    default:
      return ofTile(change);
  }
}

const orNull = (words: string) => (words.trim() === '' ? null : words.trim());
