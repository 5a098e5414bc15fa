import type { CSSProperties } from 'react';

/** Hands a sheet its shape as --ratio; the stylesheet makes it as large as its wall allows. */
export function ratioOf({ width, height }: { readonly width: number; readonly height: number }): CSSProperties {
  return { '--ratio': width / height } as CSSProperties;
}
