import { announce, PlainButton } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { RevokeShareDocument } from '../../../lib/graph/generated/graphql.ts';
import type { SharePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { DeedFailed } from '../../../lib/thing/DeedFailed.tsx';
import { inFigures } from '../../../lib/words/figures.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { sharesKey } from '../model/shared-thing.ts';
import type { SharedThing } from '../model/shared-thing.ts';
import { EndLink } from './EndLink.tsx';
import { ShareViews } from './ShareViews.tsx';

async function end(id: string): Promise<void> {
  const { revokeShare } = await request(RevokeShareDocument, { id });
  if (isRefusal(revokeShare)) throw new Error(revokeShare.message);
}

/** One link: what is known of it, who looked at it, and its end. */
export function ShareRow({ share, thing }: { readonly share: SharePartsFragment; readonly thing: SharedThing }) {
  const { t } = useTranslation('share');
  const locale = useLocale();
  const client = useQueryClient();
  const row = useRef<HTMLLIElement>(null);
  const viewsId = useId();
  const [showsViews, setShowsViews] = useState(false);
  const revoke = useMutation({
    mutationFn: () => end(share.id),
    onSuccess: () => {
      // The button is about to go; what has focus stays in the dialog.
      if (row.current?.contains(document.activeElement)) row.current.focus();
      announce(t('ended'));
      return client.invalidateQueries({ queryKey: sharesKey(thing) });
    },
  });
  const { revokedAt, expiresAt, viewLimit, viewCount, passwordProtected } = share;
  const failure = useFailureWords()(revoke.error);
  const made = formatMoment(share.createdAt, locale);
  const facts = [
    t('views', { count: viewCount, formatted: inFigures(viewCount) }),
    viewLimit === null ? null : t('ofLimit', { limit: inFigures(viewLimit) }),
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
        {revokedAt === null && <EndLink made={made} isPending={revoke.isPending} onEnd={revoke.mutate} />}
      </div>
      {failure !== undefined && <DeedFailed words={failure} onAgain={() => revoke.mutate()} />}
      {showsViews && (
        <ShareViews thing={thing} shareId={share.id} id={viewsId} label={t('looksOf', { moment: made })} />
      )}
    </li>
  );
}
