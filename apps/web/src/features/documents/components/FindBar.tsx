import { announce, IconButton, SearchField } from '@modu/ui';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useFindings } from '../hooks/useBraille.ts';

interface Found {
  readonly page: number;
  readonly line: number;
  readonly piece: number;
}

interface FindBarProps {
  readonly renditionId: string;
  readonly onFound: (found: Found) => void;
}

/** One who goes on to the next place hears that. */
const FOUND = { about: 'found' } as const;
const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** Finds print, or cells in Unicode braille, on all pages; Enter goes on to the next place. */
export function FindBar({ renditionId, onFound }: FindBarProps) {
  const { t } = useTranslation('documents');
  const [words, setWords] = useState('');
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const { data: findings, error } = useFindings(renditionId, query);
  const count = findings?.length ?? 0;
  const goTo = (next: number) => {
    const found = findings?.[(next + count) % count];
    if (!found) return;
    setAt((next + count) % count);
    announce(t('foundAt', { at: ((next + count) % count) + 1, count, excerpt: found.excerpt }), FOUND);
    onFound(found);
  };
  useSay(query === '' ? undefined : findings, () => (count === 0 ? announce(t('foundNone'), FOUND) : goTo(0)));
  const submit = (asked: string) => {
    const next = asked.trim();
    if (next !== '' && next === query) return goTo(at + 1);
    setQuery(next);
  };
  return (
    <search className="proof__find">
      <SearchField
        hidesLabel
        label={t('find')}
        placeholder={t('find')}
        value={words}
        onChange={(next) => {
          setWords(next);
          if (next === '') setQuery('');
        }}
        onSubmit={submit}
      />
      {query !== '' && findings && (
        <>
          <span className="thing-note ui-figures">
            {count === 0 ? t('foundNone') : t('foundOf', { at: at + 1, count })}
          </span>
          {count > 1 && (
            <>
              <IconButton label={t('findBefore')} icon={<ChevronUp {...ICON} />} onPress={() => goTo(at - 1)} />
              <IconButton label={t('findNext')} icon={<ChevronDown {...ICON} />} onPress={() => goTo(at + 1)} />
            </>
          )}
        </>
      )}
      <FailureNotice error={error} words={t('findFailed')} />
    </search>
  );
}

/** Says what was found, once for each search. */
function useSay(findings: readonly Found[] | undefined, say: () => void) {
  const [said, setSaid] = useState<readonly Found[]>();
  useEffect(() => {
    if (!findings || findings === said) return;
    setSaid(findings);
    say();
  }, [findings, said, say]);
}
