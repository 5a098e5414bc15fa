import { useMutation } from '@tanstack/react-query';
import { saveText } from '../../../lib/download/index.ts';
import { toCsv } from '../model/history.ts';
import type { HistoryFilter } from '../model/history.ts';
import { readWholeHistory } from './read-history.ts';

/** Gives the history as a file for a spreadsheet: all that the filter lets through, not only what the page has come to. */
export function useHistoryFile(filter: HistoryFilter) {
  return useMutation({
    mutationFn: async () =>
      saveText({
        name: 'modu-credits.csv',
        text: toCsv(await readWholeHistory(filter)),
        type: 'text/csv;charset=utf-8',
      }),
  });
}
