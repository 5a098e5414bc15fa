import { IconButton, PlainIconButton } from '@modu/ui';
import { AudioLines, Download, RotateCcw, Trash2, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { lazy, memo, Suspense, useState } from 'react';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { formatSize } from '../../../lib/words/size.ts';
import { DeedFailed } from '../../../lib/thing/DeedFailed.tsx';
import type { FailedDeed } from '../hooks/useFailedDeed.ts';
import { soundOf } from '../model/sound.ts';
import { FileFace } from './FileFace.tsx';

const FilePlayer = lazy(async () => ({ default: (await import('./FilePlayer.tsx')).FilePlayer }));

export interface FileTableProps {
  readonly files: readonly FilePartsFragment[];
  readonly isTrash: boolean;
  /** The latest deed, if it failed: said under the row of its file. */
  readonly failed: FailedDeed | null;
  readonly onDownload: (assetId: string) => void;
  readonly onDelete: (file: FilePartsFragment) => void;
  readonly onRestore: (file: FilePartsFragment) => void;
}

/** The stored files as a dense list. */
export function FileTable({ files, failed, ...deeds }: FileTableProps) {
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
          <FileRow key={file.id} file={file} failed={failed?.fileId === file.id ? failed : null} {...deeds} />
        ))}
      </tbody>
    </table>
  );
}

/** Drawn again only when its file has changed: the list is read every few seconds while others are stored. */
const FileRow = memo(function FileRow({ file, failed, ...deeds }: FileRowProps) {
  const { t } = useTranslation('files');
  const locale = useLocale();
  const [isHeard, setHeard] = useState(false);
  const sound = deeds.isTrash ? null : soundOf(file);
  return (
    <>
      <tr data-open={(sound !== null && isHeard) || failed !== null} data-file={file.id} tabIndex={-1}>
        <th scope="row" className="file-table__name">
          <span className="file-table__file">
            <FileFace file={file} />
            <span className="file-table__words">
              <span className="file-table__filename">{file.filename}</span>
              <PreviewState state={file.preview.state} />
            </span>
          </span>
        </th>
        <td className="file-table__kind">{file.contentType}</td>
        <td className="file-table__figure ui-figures">{formatSize(file.sizeBytes, locale)}</td>
        <td className="file-table__added ui-figures">{formatMoment(file.createdAt, locale)}</td>
        <td className="file-table__action">
          {sound && (
            <PlainIconButton
              label={t('listenTo', { name: file.filename })}
              icon={<AudioLines size={16} strokeWidth={1.5} aria-hidden />}
              isSelected={isHeard}
              onPress={() => setHeard(!isHeard)}
            />
          )}
          <Deeds file={file} {...deeds} />
        </td>
      </tr>
      {failed && (
        <tr data-open={sound !== null && isHeard}>
          <td colSpan={5} className="file-table__failed">
            <DeedFailed words={failed.words} trace={failed.trace} onAgain={failed.again} />
          </td>
        </tr>
      )}
      {sound && isHeard && (
        <tr>
          <td colSpan={5} className="file-table__player">
            <Suspense fallback={null}>
              <FilePlayer {...sound} />
            </Suspense>
          </td>
        </tr>
      )}
    </>
  );
});

/** What is to be known of a preview that is not there. */
function PreviewState({ state }: { readonly state: FilePartsFragment['preview']['state'] }) {
  const { t } = useTranslation('files');
  if (state === 'PENDING') return <span className="file-table__note">{t('previewPending')}</span>;
  if (state !== 'FAILED') return null;
  return (
    <span className="file-table__note">
      <TriangleAlert size={12} strokeWidth={1.5} aria-hidden />
      {t('previewFailed')}
    </span>
  );
}

type DeedsProps = Omit<FileTableProps, 'files' | 'failed'> & { readonly file: FilePartsFragment };
type FileRowProps = DeedsProps & Pick<FileTableProps, 'failed'>;

function Deeds({ file, isTrash, onDownload, onDelete, onRestore }: DeedsProps) {
  const { t } = useTranslation('files');
  const { id, filename: name } = file;
  return isTrash ? (
    <>
      <Deed label={t('restoreFile', { name })} icon={RotateCcw} onPress={() => onRestore(file)} />
      <Deed label={t('deleteForever', { name })} icon={Trash2} onPress={() => onDelete(file)} />
    </>
  ) : (
    <>
      <Deed label={t('downloadFile', { name })} icon={Download} onPress={() => onDownload(id)} />
      <Deed label={t('deleteFile', { name })} icon={Trash2} onPress={() => onDelete(file)} />
    </>
  );
}

function Deed({ label, icon: Icon, onPress }: { label: string; icon: LucideIcon; onPress: () => void }) {
  return <IconButton label={label} icon={<Icon size={16} strokeWidth={1.5} aria-hidden />} onPress={onPress} />;
}
