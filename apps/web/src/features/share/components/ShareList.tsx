import { Button, PlainButton } from '@modu/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { BoardSharesDocument, RevokeShareDocument, SharesDocument } from '../../../lib/graph/generated/graphql.ts';
import type { SharePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { sharesKey } from '../model/shared-thing.ts';
import type { SharedThing } from '../model/shared-thing.ts';
import { ShareViews } from './ShareViews.tsx';
import { formatMoment } from '../../../lib/words/moment.ts';

async function read({ kind, id }: SharedThing, signal: AbortSignal): Promise<readonly SharePartsFragment[]> {
  if (kind === 'board') return (await request(BoardSharesDocument, { id }, { signal })).board?.shares ?? [];
  return (await request(SharesDocument, { id }, { signal })).image?.shares ?? [];
}

/** The links to a picture or a board with what is known of each; one press ends a link. */
export function ShareList({ thing, isOpen }: { readonly thing: SharedThing; readonly isOpen: boolean }) {
  const { t } = useTranslation('share');
  const { data: shares = [] } = useQuery({
    queryKey: sharesKey(thing),
    queryFn: ({ signal }) => read(thing, signal),
    enabled: isOpen,
  });
  if (shares.length === 0) return null;
  return (
    <section className="share-list">
      <h3>{t('links')}</h3>
      <ul>
        {shares.map((share) => (
          <ShareRow key={share.id} share={share} thing={thing} />
        ))}
      </ul>
    </section>
  );
}

function ShareRow({ share, thing }: { readonly share: SharePartsFragment; readonly thing: SharedThing }) {
  const { t } = useTranslation('share');
  const locale = useLocale();
  const client = useQueryClient();
  const row = useRef<HTMLLIElement>(null);
  const viewsId = useId();
  const [showsViews, setShowsViews] = useState(false);
  const revoke = useMutation({
    mutationFn: () => request(RevokeShareDocument, { id: share.id }),
    onSuccess: () => {
      // The button is about to go; what has focus stays in the dialog, and says what became of the link.
      if (row.current?.contains(document.activeElement)) row.current.focus();
      return client.invalidateQueries({ queryKey: sharesKey(thing) });
    },
  });
  const { revokedAt, expiresAt, viewLimit, viewCount, passwordProtected } = share;
  const number = new Intl.NumberFormat(locale);
  const made = formatMoment(share.createdAt, locale);
  const facts = [
    t('views', { count: viewCount, formatted: number.format(viewCount) }),
    viewLimit === null ? null : t('ofLimit', { limit: number.format(viewLimit) }),
    passwordProtected ? t('withPassword') : null,
    expiresAt === null ? null : t('until', { moment: formatMoment(expiresAt, locale) }),
    revokedAt === null ? null : t('revoked'),
  ].filter((fact) => fact !== null);
  return (
    <li ref={row} tabIndex={-1} className="share-list__one">
      <div className="share-list__line">
        <span>
          <span className="ui-figures">{made}</span>
          <span className="share-list__facts">{facts.join(' · ')}</span>
        </span>
        <PlainButton
          variant="quiet"
          label={t('looksOf', { moment: made })}
          isExpanded={showsViews}
          controls={viewsId}
          onPress={() => {
            setShowsViews(!showsViews);
            // How often it was looked at is told beside who did.
            void client.invalidateQueries({ queryKey: sharesKey(thing), exact: true });
          }}
        >
          {t('looks')}
        </PlainButton>
        {revokedAt === null && (
          <Button isPending={revoke.isPending} onPress={() => revoke.mutate()}>
            {t('revoke')}
          </Button>
        )}
      </div>
      {showsViews && (
        <ShareViews thing={thing} shareId={share.id} id={viewsId} label={t('looksOf', { moment: made })} />
      )}
    </li>
  );
}
