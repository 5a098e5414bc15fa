import { useState } from 'react';
import './portrait.css';

export interface PortraitProps {
  readonly name: string;
  /** Where the person's picture is; null when they have none. */
  readonly src: string | null;
  readonly size?: 'small' | 'large';
}

/** A person: their picture, or the first letter of their name. Always stands beside the name, so it says nothing itself. */
export function Portrait({ name, src, size = 'small' }: PortraitProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const hasPicture = src !== null && src !== failed;
  return (
    // The letter is drawn, not written: what is written in a button belongs to its name.
    <span className="portrait" data-size={size} data-letter={hasPicture ? undefined : Array.from(name)[0]} aria-hidden>
      {hasPicture && <img className="portrait__picture" src={src} alt="" onError={() => setFailed(src)} />}
    </span>
  );
}
