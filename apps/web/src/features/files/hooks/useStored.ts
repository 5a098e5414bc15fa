import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onStored } from './useUploads.ts';

/** Two hundred files that are stored one after the other are not two hundred reasons to read the list. */
const GATHER_MS = 500;

/** Reads the files, and how much room they take, again when uploads are stored. */
export function useStored(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      void client.invalidateQueries({ queryKey: ['files'] });
      void client.invalidateQueries({ queryKey: ['me'] });
    };
    const forget = onStored(() => (timer ??= setTimeout(read, GATHER_MS)));
    return () => {
      forget();
      // What was stored a moment ago is shown by whichever page comes next.
      if (timer === undefined) return;
      clearTimeout(timer);
      read();
    };
  }, [client]);
}
