import { Button } from '@modu/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RevokeShareDocument, SharesDocument } from '../../../lib/graph/generated/graphql.ts';
import type { SharesQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';

type OneShare = NonNullable<SharesQuery['image']>['shares'][number];

/** The links to a picture with what is known of each; one press ends a link. */
export function ShareList({ imageId, isOpen }: { readonly imageId: string; readonly isOpen: boolean }) {
  const { t } = useTranslation('share');
  const { data: shares = [] } = useQuery({
    queryKey: ['shares', imageId],
    queryFn: async ({ signal }) => (await request(SharesDocument, { id: imageId }, { signal })).image?.shares ?? [],
    enabled: isOpen,
  });
  if (shares.length === 0) return null;
  return (
    <section className="share-list">
      <h3>{t('links')}</h3>
      <ul>
        {shares.map((share) => (
          <ShareRow key={share.id} share={share} imageId={imageId} />
        ))}
      </ul>
    </section>
  );
}

function ShareRow({ share, imageId }: { readonly share: OneShare; readonly imageId: string }) {
  const { t } = useTranslation('share');
  const locale = useLocale();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => request(RevokeShareDocument, { id: share.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['shares', imageId] }),
  });
  const { revokedAt, expiresAt, viewLimit, viewCount, passwordProtected } = share;
  const number = new Intl.NumberFormat(locale);
  const facts = [
    t('views', { count: viewCount, formatted: number.format(viewCount) }),
    viewLimit === null ? null : t('ofLimit', { limit: number.format(viewLimit) }),
    passwordProtected ? t('withPassword') : null,
    expiresAt === null ? null : t('until', { moment: formatMoment(expiresAt, locale) }),
    revokedAt === null ? null : t('revoked'),
  ].filter((fact) => fact !== null);
  return (
    <li className="share-list__one">
      <span>
        <span className="ui-figures">{formatMoment(share.createdAt, locale)}</span>
        <span className="share-list__facts">{facts.join(' · ')}</span>
      </span>
      {revokedAt === null && (
        <Button isPending={revoke.isPending} onPress={() => revoke.mutate()}>
          {t('revoke')}
        </Button>
      )}
    </li>
  );
}
