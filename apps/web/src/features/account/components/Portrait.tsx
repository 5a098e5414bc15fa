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
  return (
    <span className="portrait" data-size={size} aria-hidden>
      {src !== null && src !== failed ? (
        <img className="portrait__picture" src={src} alt="" onError={() => setFailed(src)} />
      ) : (
        Array.from(name)[0]
      )}
    </span>
  );
}
