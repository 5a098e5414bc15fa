import { useCallback, useEffect, useRef } from 'react';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';

/**
 * Where focus goes when the row that has it leaves the list: to the row in its place, else to the list as a whole. `leave` says which
 * row is to leave.
 */
export function useRowFocus<Box extends HTMLElement>(files: readonly FilePartsFragment[] | null) {
  const box = useRef<Box>(null);
  const leaving = useRef<string>(null);
  const before = useRef(files);
  useEffect(() => {
    const place = before.current?.findIndex(({ id }) => id === leaving.current) ?? -1;
    before.current = files;
    if (files === null || place < 0 || files.some(({ id }) => id === leaving.current)) return;
    leaving.current = null;
    // Whoever has moved on meanwhile is left where they are.
    if (document.activeElement !== document.body) return;
    const next = files[Math.min(place, files.length - 1)];
    const row = next && box.current?.querySelector<HTMLElement>(`[data-file="${next.id}"]`);
    (row ?? box.current)?.focus();
  }, [files]);
  // The same function from one drawing to the next: each row is drawn again only for its own sake.
  const leave = useCallback(({ id }: { readonly id: string }) => {
    leaving.current = id;
  }, []);
  return { box, leave };
}
