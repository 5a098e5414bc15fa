import { PlainIconButton } from '@modu/ui';
import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import { GoBeyond } from './GoBeyond.tsx';
import type { Beyond } from './GoBeyond.tsx';
import type { Pages } from './PagedWall.tsx';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

export interface PagerProps extends Pages {
  readonly pages: number;
  readonly isExact: boolean;
  readonly beyond?: Beyond | null;
}

/** From page to page: to the next, to the ends, or to any by its number. */
export function Pager({ page, pages, isExact, beyond = null, onPage }: PagerProps) {
  const { t } = useTranslation(['pictures', 'gallery']);
  const counted = isExact ? inFigures(pages) : t('gallery:atLeast', { formatted: inFigures(pages) });
  const nav = useRef<HTMLElement>(null);
  const before = useRef<HTMLButtonElement>(null);
  const after = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    // The button that led to an end is of no use there: focus goes to the way back before the browser lets go of it.
    if (nav.current?.contains(focused) && focused instanceof HTMLButtonElement && focused.disabled)
      (page === 1 ? after : before).current?.focus();
  }, [page]);
  return (
    <nav ref={nav} className="paged__nav ui-figures" aria-label={t('pages')}>
      <PlainIconButton
        label={t('firstPage')}
        icon={<ChevronFirst {...icon} />}
        isDisabled={page === 1}
        onPress={() => onPage(1)}
      />
      <PlainIconButton
        label={t('before')}
        icon={<ChevronLeft {...icon} />}
        isDisabled={page === 1}
        buttonRef={before}
        onPress={() => onPage(page - 1)}
      />
      <PageField page={page} pages={pages} counted={counted} onPage={onPage} />
      <PlainIconButton
        label={t('after')}
        icon={<ChevronRight {...icon} />}
        isDisabled={page === pages}
        buttonRef={after}
        onPress={() => onPage(page + 1)}
      />
      <PlainIconButton
        label={t('lastPage')}
        icon={<ChevronLast {...icon} />}
        isDisabled={page === pages}
        onPress={() => onPage(pages)}
      />
      {beyond && <GoBeyond {...beyond} />}
      <span role="status" className="ui-hidden">
        {t('pageOf', { page: inFigures(page), pages: counted })}
      </span>
    </nav>
  );
}

/** The number of the page, to type another over it. */
function PageField({ page, pages, counted, onPage }: Pages & { readonly pages: number; readonly counted: string }) {
  const { t } = useTranslation('pictures');
  const [typed, setTyped] = useState(String(page));
  const [known, setKnown] = useState(page);
  if (page !== known) {
    setKnown(page);
    setTyped(String(page));
  }
  const jump = (event: SyntheticEvent) => {
    event.preventDefault();
    const wanted = Math.round(Number(typed));
    if (wanted >= 1) onPage(Math.min(wanted, pages));
    else setTyped(String(page));
  };
  return (
    <form className="paged__place" onSubmit={jump}>
      <input
        className="ui-field__input"
        inputMode="numeric"
        autoComplete="off"
        size={String(pages).length}
        aria-label={t('pageNumber')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <span>{t('ofPages', { pages: counted })}</span>
    </form>
  );
}
