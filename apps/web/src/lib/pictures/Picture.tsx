import { useState } from 'react';
import { placeholderOf } from './placeholder.ts';
import { createSteadyUrls } from './steady-url.ts';
import './picture.css';

const urls = createSteadyUrls();

export interface PictureProps {
  /** Names the bytes, whatever address they have today. */
  readonly cacheKey: string;
  readonly url: string;
  readonly thumbhash: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly loading?: 'lazy' | 'eager';
  /** The address did not load; read the picture again to get a new one. */
  readonly onExpired?: () => void;
}

/** A picture over its blurred stand-in, fading in when it has come; its place is held from the start. */
export function Picture({ cacheKey, url, thumbhash, alt, width, height, loading = 'lazy', onExpired }: PictureProps) {
  const [isLoaded, setLoaded] = useState(false);
  const placeholder = placeholderOf(thumbhash);
  return (
    <span className="picture" data-loaded={isLoaded} style={{ aspectRatio: `${width} / ${height}` }}>
      {placeholder !== null && <img className="picture__stand-in" src={placeholder} alt="" aria-hidden />}
      <img
        key={cacheKey}
        className="picture__image"
        src={urls.steady(cacheKey, url)}
        alt={alt}
        width={width}
        height={height}
        loading={loading}
        decoding="async"
        onLoad={() => setLoaded(true)}
        onError={() => {
          urls.drop(cacheKey);
          onExpired?.();
        }}
      />
    </span>
  );
}
