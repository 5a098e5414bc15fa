import { useRef } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
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
  /** MIME types or endings that the file dialog offers, `image/*` or `.pdf`; what is dropped is the caller's to check. */
  readonly accept?: readonly string[];
  /** One file only: of several that are dropped the first is taken. */
  readonly isSingle?: boolean;
  /** A file is on its way: the button keeps focus, and nothing more is taken until it has come. */
  readonly isPending?: boolean;
  readonly isDisabled?: boolean;
}

/** A place to drop files, with a button that does the same for keyboards and phones; pasted files are taken as well. */
export function FilePicker({
  label,
  children,
  pickLabel,
  onFiles,
  accept,
  isSingle = false,
  isPending = false,
  isDisabled = false,
}: FilePickerProps) {
  const take = (files: readonly File[]) => {
    if (files.length > 0) onFiles(isSingle ? files.slice(0, 1) : files);
  };
  const input = useRef<HTMLInputElement>(null);
  const open = (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => {
    if (isDisabled || isPending || !isZoneButton(event)) return;
    // The same file chosen again is news, too.
    if (input.current !== null) input.current.value = '';
    input.current?.click();
  };
  return (
    <DropZone
      aria-label={label}
      className="ui-dropzone"
      render={(zone) => (
        <div {...zone} onClickCapture={open} onKeyDownCapture={(event) => isPress(event) && open(event)} />
      )}
      isDisabled={isDisabled || isPending}
      onDrop={async (event) => {
        const files = await Promise.all(
          event.items.filter((item) => item.kind === 'file').map((item) => item.getFile()),
        );
        take(files);
      }}
    >
      {children}
      <FileTrigger
        ref={input}
        allowsMultiple={!isSingle}
        onSelect={(list) => list !== null && take([...list])}
        {...(accept === undefined ? {} : { acceptedFileTypes: accept })}
      >
        <Button isDisabled={isDisabled} isPending={isPending}>
          {pickLabel}
        </Button>
      </FileTrigger>
    </DropZone>
  );
}

/**
 * A drop zone has a button that nobody sees, first in it, where files are pasted and dropped by the keyboard. Pressed, it would do
 * nothing; whoever comes upon it means the choice of a file.
 */
const isZoneButton = ({ target, currentTarget }: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>): boolean =>
  target === currentTarget.querySelector('button');

const isPress = ({ key, repeat }: KeyboardEvent): boolean => (key === 'Enter' || key === ' ') && !repeat;
