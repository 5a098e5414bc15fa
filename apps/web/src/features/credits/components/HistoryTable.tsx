import { Button, ChoiceGroup, LoadingState, Table } from '@modu/ui';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { Failed } from '../../../lib/thing/Failed.tsx';
import { useCreditHistory } from '../hooks/useCreditHistory.ts';
import type { HistoryEntry } from '../hooks/read-history.ts';
import { useHistoryFile } from '../hooks/useHistoryFile.ts';
import { KIND_WORDS, noteOf } from '../model/credit-words.ts';
import { FILTER_WORDS, HISTORY_FILTERS } from '../model/history.ts';
import type { HistoryFilter } from '../model/history.ts';

/** Every movement, newest first: filtered, paged, and as a file for a spreadsheet. */
export function HistoryTable() {
  const { t } = useTranslation('credits');
  const locale = useLocale();
  const [filter, setFilter] = useState<HistoryFilter>('all');
  const history = useCreditHistory(filter);
  const file = useHistoryFile(filter);
  const { entries, hasNextPage, fetchNextPage, isFetchingNextPage } = history;
  const what = (entry: HistoryEntry) => t(KIND_WORDS[entry.kind]);
  const noteIn = (entry: HistoryEntry) => {
    const note = noteOf(entry.note);
    return 'word' in note ? t(note.word) : note.text;
  };
  return (
    <section aria-labelledby="history-title" className="credits__part">
      <div className="credits__bar">
        <h2 id="history-title">{t('history')}</h2>
        <ChoiceGroup
          label={t('filter')}
          hidesLabel
          value={filter}
          onChange={(id) => setFilter(HISTORY_FILTERS.find((one) => one === id) ?? 'all')}
          choices={HISTORY_FILTERS.map((id) => ({ id, name: t(FILTER_WORDS[id]) }))}
        />
        <Button
          variant="quiet"
          icon={<Download size={16} strokeWidth={1.5} aria-hidden />}
          isDisabled={!entries?.length}
          isPending={file.isPending}
          onPress={() => file.mutate()}
        >
          {t('csv')}
        </Button>
      </div>
      <FailureNotice error={file.error} />
      {history.isError && <Failed title={t('historyFailed')} query={history} />}
      {entries === null && !history.isError && <LoadingState label={t('history')} />}
      {entries && (
        <Table
          label={t('history')}
          rows={entries}
          rowId={({ id }) => id}
          rowName={what}
          empty={t('historyEmpty')}
          columns={[
            { id: 'what', name: t('what'), isRowHeader: true, cell: what },
            { id: 'note', name: t('note'), isMinor: true, cell: noteIn },
            { id: 'credits', name: t('available'), align: 'end', cell: ({ credits }) => inFigures(credits) },
            { id: 'balance', name: t('balance'), align: 'end', cell: ({ balanceAfter }) => inFigures(balanceAfter) },
            { id: 'when', name: t('when'), isMinor: true, cell: ({ createdAt }) => formatMoment(createdAt, locale) },
          ]}
        />
      )}
      {hasNextPage && (
        <Button onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
