import { IconButton } from '@modu/ui';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useLocale } from '../../../lib/language/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { formatSize } from '../../../lib/words/size.ts';

export interface FileTableProps {
  readonly files: readonly FilePartsFragment[];
  readonly onDownload: (assetId: string) => void;
}

/** The stored files as a dense list. */
export function FileTable({ files, onDownload }: FileTableProps) {
  const { t } = useTranslation('files');
  const locale = useLocale();
  return (
    <table className="file-table">
      <caption className="ui-hidden">{t('stored')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="file-table__kind">
            {t('kind')}
          </th>
          <th scope="col" className="file-table__figure">
            {t('size')}
          </th>
          <th scope="col" className="file-table__added">
            {t('added')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {files.map(({ id, filename, contentType, sizeBytes, createdAt }) => (
          <tr key={id}>
            <th scope="row" className="file-table__name">
              {filename}
            </th>
            <td className="file-table__kind">{contentType}</td>
            <td className="file-table__figure ui-figures">{formatSize(sizeBytes, locale)}</td>
            <td className="file-table__added ui-figures">{formatMoment(createdAt, locale)}</td>
            <td className="file-table__action">
              <IconButton
                label={t('downloadFile', { name: filename })}
                icon={<Download size={16} strokeWidth={1.5} aria-hidden />}
                onPress={() => onDownload(id)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
