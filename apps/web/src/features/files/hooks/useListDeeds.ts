import { useCallback, useState } from 'react';
import { useDownloadFile } from '../../../lib/download/index.ts';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { attemptOf, useFailedDeed } from './useFailedDeed.ts';
import { useFileDeeds } from './useFileDeeds.ts';
import { useRowFocus } from './useRowFocus.ts';

/** What the rows of a list do. Out of the trash a file is deleted only once that was `asked`. */
export function useListDeeds(files: readonly FilePartsFragment[] | null, isTrash: boolean) {
  const [asked, setAsked] = useState<FilePartsFragment | null>(null);
  const { box, leave } = useRowFocus<HTMLElement>(files);
  const download = useDownloadFile();
  const { remove, restore } = useFileDeeds(leave);
  const failed = useFailedDeed([
    attemptOf(download, (id) => id),
    attemptOf(remove, ({ file }) => file.id),
    attemptOf(restore, ({ id }) => id),
  ]);
  const { mutate: removeFile } = remove;
  const onDelete = useCallback(
    (file: FilePartsFragment) => (isTrash ? setAsked(file) : removeFile({ file, forever: false })),
    [removeFile, isTrash],
  );
  return {
    ...{ box, asked, failed, onDelete },
    onDownload: download.mutate,
    onRestore: restore.mutate,
    onDeleteForever: (file: FilePartsFragment) => removeFile({ file, forever: true }),
    onKeep: () => setAsked(null),
  };
}
