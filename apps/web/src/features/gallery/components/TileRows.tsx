import type { TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import type { LaidRow } from '../model/lay-out.ts';
import { WallTile } from './WallTile.tsx';
import type { WallTileProps } from './WallTile.tsx';

export interface TileRowsProps extends Omit<WallTileProps, 'picture' | 'place' | 'width' | 'height'> {
  readonly rows: readonly LaidRow<TilePartsFragment>[];
  readonly gap: number;
  /** Place of the first picture among all. */
  readonly start: number;
}

/** Rows of pictures as they were laid out, of the endless wall and of a page alike. */
export function TileRows({ rows, gap, start, ...tile }: TileRowsProps) {
  let place = start;
  return rows.map(({ top, height, tiles }) => (
    <div key={top} role="presentation" className="wall__row" style={{ height, marginBottom: gap }}>
      {tiles.map(({ picture, width }) => (
        <WallTile key={picture.id} {...tile} picture={picture} place={place++} width={width} height={height} />
      ))}
    </div>
  ));
}
