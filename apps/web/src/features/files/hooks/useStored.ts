import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onStored } from './useUploads.ts';

/** Reads the files, and how much room they take, again whenever an upload is stored. */
export function useStored(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onStored(() => {
        void client.invalidateQueries({ queryKey: ['files'] });
        void client.invalidateQueries({ queryKey: ['me'] });
      }),
    [client],
  );
}
