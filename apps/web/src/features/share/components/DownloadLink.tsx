import { Download } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';

/** The way to have a shared picture, where its owner lets one. */
export function DownloadLink({ href }: { readonly href: string | null }) {
  const { t } = useTranslation('share');
  if (href === null) return null;
  return (
    <a className="ui-button" data-variant="outline" data-size="large" href={href} download>
      <Download size={16} strokeWidth={1.5} aria-hidden />
      {t('download')}
    </a>
  );
}
