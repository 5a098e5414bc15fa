import { Check } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import './image-tile.css';

export interface ImageTileProps {
  /** The picture; null while there is none yet. */
  readonly source: string | null;
  /** What it shows, in words. */
  readonly label: string;
  /** Width by height; the tile keeps its place before the picture is here. */
  readonly ratio: number;
  /** A blurred stand-in as a data URL, shown until the picture has come. */
  readonly standIn?: string | undefined;
  readonly onOpen: () => void;
  /** Given, the tile can be chosen among others. */
  readonly selection?: {
    readonly label: string;
    readonly isSelected: boolean;
    readonly onChange: (isSelected: boolean) => void;
  };
  /** A word about it, in the corner. */
  readonly badge?: ReactNode;
}

/** A picture of a grid: opened by pressing it, chosen by its box; its place is held from the start. */
export function ImageTile({ source, label, ratio, standIn, onOpen, selection, badge }: ImageTileProps) {
  const [loaded, setLoaded] = useState<string | null>(null);
  return (
    <div
      className="ui-tile"
      style={{ aspectRatio: ratio }}
      data-selected={selection?.isSelected || undefined}
      data-loaded={(source !== null && loaded === source) || undefined}
    >
      <button type="button" className="ui-tile__open" aria-label={label} onClick={onOpen}>
        {standIn !== undefined && <img className="ui-tile__stand-in" src={standIn} alt="" />}
        {source !== null && (
          <img className="ui-tile__image" src={source} alt="" decoding="async" onLoad={() => setLoaded(source)} />
        )}
      </button>
      {badge !== undefined && <span className="ui-tile__badge">{badge}</span>}
      {selection !== undefined && (
        <label className={classNames('ui-tile__choose', selection.isSelected && 'ui-tile__choose--on')}>
          <input
            type="checkbox"
            className="ui-hidden"
            aria-label={selection.label}
            checked={selection.isSelected}
            onChange={(event) => selection.onChange(event.currentTarget.checked)}
          />
          <Check size={16} strokeWidth={2} aria-hidden />
        </label>
      )}
    </div>
  );
}
