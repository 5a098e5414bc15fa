import { useCallback, useState } from 'react';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useFileDeeds } from './useFileDeeds.ts';
import { useRowFocus } from './useRowFocus.ts';

/** What the rows of a list do. Out of the trash a file is deleted only once that was `asked`. */
export function useListDeeds(files: readonly FilePartsFragment[] | null, isTrash: boolean) {
  const [asked, setAsked] = useState<FilePartsFragment | null>(null);
  const { box, leave } = useRowFocus<HTMLElement>(files);
  const { remove, restore } = useFileDeeds();
  const { mutate: removeFile } = remove;
  const { mutate: restoreFile } = restore;
  const onDelete = useCallback(
    (file: FilePartsFragment) => {
      if (isTrash) return setAsked(file);
      leave(file);
      removeFile({ file, forever: false });
    },
    [removeFile, isTrash, leave],
  );
  const onRestore = useCallback(
    (file: FilePartsFragment) => {
      leave(file);
      restoreFile(file);
    },
    [restoreFile, leave],
  );
  const onDeleteForever = (file: FilePartsFragment) => {
    leave(file);
    removeFile({ file, forever: true });
  };
  const isError = remove.isError || restore.isError;
  return { box, asked, isError, onDelete, onRestore, onDeleteForever, onKeep: () => setAsked(null) };
}
