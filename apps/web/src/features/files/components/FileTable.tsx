import { IconButton } from '@modu/ui';
import { Download, RotateCcw, Trash2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { memo } from 'react';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { formatSize } from '../../../lib/words/size.ts';
import { FileFace } from './FileFace.tsx';

export interface FileTableProps {
  readonly files: readonly FilePartsFragment[];
  readonly isTrash: boolean;
  readonly onDownload: (assetId: string) => void;
  readonly onDelete: (assetId: string) => void;
  readonly onRestore: (assetId: string) => void;
}

/** The stored files as a dense list. */
export function FileTable({ files, ...deeds }: FileTableProps) {
  const { t } = useTranslation('files');
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
        {files.map((file) => (
          <FileRow key={file.id} file={file} {...deeds} />
        ))}
      </tbody>
    </table>
  );
}

/** Drawn again only when its file has changed: the list is read every few seconds while others are stored. */
const FileRow = memo(function FileRow({ file, ...deeds }: DeedsProps) {
  const locale = useLocale();
  return (
    <tr>
      <th scope="row" className="file-table__name">
        <FileFace file={file} />
        <span className="file-table__words">{file.filename}</span>
      </th>
      <td className="file-table__kind">{file.contentType}</td>
      <td className="file-table__figure ui-figures">{formatSize(file.sizeBytes, locale)}</td>
      <td className="file-table__added ui-figures">{formatMoment(file.createdAt, locale)}</td>
      <td className="file-table__action">
        <Deeds file={file} {...deeds} />
      </td>
    </tr>
  );
});

type DeedsProps = Omit<FileTableProps, 'files'> & { readonly file: FilePartsFragment };

function Deeds({ file: { id, filename: name }, isTrash, onDownload, onDelete, onRestore }: DeedsProps) {
  const { t } = useTranslation('files');
  return isTrash ? (
    <>
      <Deed label={t('restoreFile', { name })} icon={RotateCcw} onPress={() => onRestore(id)} />
      <Deed label={t('deleteForever', { name })} icon={Trash2} onPress={() => onDelete(id)} />
    </>
  ) : (
    <>
      <Deed label={t('downloadFile', { name })} icon={Download} onPress={() => onDownload(id)} />
      <Deed label={t('deleteFile', { name })} icon={Trash2} onPress={() => onDelete(id)} />
    </>
  );
}

function Deed({ label, icon: Icon, onPress }: { label: string; icon: LucideIcon; onPress: () => void }) {
  return <IconButton label={label} icon={<Icon size={16} strokeWidth={1.5} aria-hidden />} onPress={onPress} />;
}
