import type { ReactNode } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../button/Button.tsx';
import './file-picker.css';

export interface FilePickerProps {
  /** The accessible name of the drop zone. */
  readonly label: string;
  /** The words inside, with what is taken. */
  readonly children: ReactNode;
  readonly pickLabel: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A place to drop files, with a button that does the same for keyboards and phones; pasted files are taken as well. */
export function FilePicker({ label, children, pickLabel, onFiles }: FilePickerProps) {
  return (
    <DropZone
      aria-label={label}
      className="ui-dropzone"
      onDrop={async (event) => {
        const files = await Promise.all(
          event.items.filter((item) => item.kind === 'file').map((item) => item.getFile()),
        );
        if (files.length > 0) onFiles(files);
      }}
    >
      {children}
      <FileTrigger allowsMultiple onSelect={(list) => list !== null && onFiles([...list])}>
        <Button>{pickLabel}</Button>
      </FileTrigger>
    </DropZone>
  );
}
