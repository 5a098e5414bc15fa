import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Locale } from '../lib/language/index.ts';
import { renewLive } from '../lib/live/index.ts';

/**
 * Asks the API again for what it put into words of another language; what was said stays until the new words are there. The live line
 * has its language from when it was opened. For what is drawn once the language was switched.
 */
export function useAnswersIn(locale: Locale): void {
  const client = useQueryClient();
  useEffect(() => {
    renewLive();
    void client.invalidateQueries();
  }, [client, locale]);
}
