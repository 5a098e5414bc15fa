import { MenuButton } from '@modu/ui';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from '../lib/language/index.ts';
import { go } from '../lib/way/index.ts';
import type { Place } from './places.ts';

/** The places that the bottom bar of a phone has no room for. */
export function MorePlaces({ places }: { readonly places: readonly Place[] }) {
  const { t } = useTranslation('shell');
  return (
    <MenuButton
      variant="bare"
      className="rail__place"
      placement="top end"
      label={t('more')}
      icon={<Ellipsis size={20} strokeWidth={1.5} aria-hidden />}
      groups={[
        places.map(({ id, to, icon: Icon }) => ({
          id,
          name: t(id),
          icon: <Icon size={16} strokeWidth={1.5} aria-hidden />,
          onAction: () => void go({ to }),
        })),
      ]}
    />
  );
}
