import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { waitBeforeReading } from '../model/wait-before-reading.ts';
import { onStored, uploads } from './useUploads.ts';

/** Reads the files, and how much room they take, again when uploads are stored. */
export function useStored(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let readAt = Number.NEGATIVE_INFINITY;
    const read = () => {
      timer = undefined;
      readAt = performance.now();
      void client.invalidateQueries({ queryKey: ['files'] });
      void client.invalidateQueries({ queryKey: ['me'] });
    };
    const forget = onStored(() => {
      clearTimeout(timer);
      timer = setTimeout(read, waitBeforeReading(uploads.list(), performance.now() - readAt));
    });
    return () => {
      forget();
      // What was stored a moment ago is shown by whichever page comes next.
      if (timer === undefined) return;
      clearTimeout(timer);
      read();
    };
  }, [client]);
}
