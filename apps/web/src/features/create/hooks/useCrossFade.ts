import { useState } from 'react';

export interface Layer {
  readonly id: number;
  readonly source: string;
}

/** The last two previews, oldest first: the newer one fades in over the older, so that the picture never flashes empty. */
export function useCrossFade(source: string | null): readonly Layer[] {
  const [layers, setLayers] = useState<readonly Layer[]>([]);
  const top = layers.at(-1);
  if (source === null || source === top?.source) return layers;
  const next = [...layers.slice(-1), { id: (top?.id ?? 0) + 1, source }];
  setLayers(next);
  return next;
}
