import { PlainButton, EmptyState } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';

export interface EmptyGalleryProps {
  /** Takes away what was asked for, where there are pictures that do not fit it. */
  readonly onClear: (() => void) | null;
}

/** An empty wall with its frames already drawn. */
export function EmptyGallery({ onClear }: EmptyGalleryProps) {
  const { t } = useTranslation('gallery');
  if (onClear) return <NothingFound onClear={onClear} />;
  return (
    <EmptyState title={t('emptyTitle')} figure={<EmptyFrames />}>
      <Link to="/" className="ui-button" data-variant="primary" data-size="large">
        {t('emptyAction')}
      </Link>
    </EmptyState>
  );
}

/** The wall has pictures, but none that fits what was asked for. */
function NothingFound({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation('gallery');
  return (
    <EmptyState title={t('nothingFound')} figure={<EmptyFrames />}>
      <PlainButton onPress={onClear}>{t('clearFilters')}</PlainButton>
    </EmptyState>
  );
}

function EmptyFrames() {
  return (
    <svg className="empty-wall" viewBox="0 0 320 150" fill="none" aria-hidden="true" focusable="false">
      <rect x="1" y="31" width="88" height="88" />
      <rect x="105" y="1" width="110" height="148" />
      <rect x="231" y="44" width="88" height="62" />
      <circle cx="160" cy="66" r="17" className="empty-wall__sun" />
      <path d="M106 118c30-22 62-16 108 2" />
    </svg>
  );
}
