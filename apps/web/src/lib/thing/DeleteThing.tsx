import { ConfirmDialog, IconButton, Notice } from '@modu/ui';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';

export interface DeleteThingProps {
  readonly words: {
    /** Asks by name. */
    readonly title: string;
    /** What goes with it, and what stays. */
    readonly body: string;
    readonly delete: string;
    readonly cancel: string;
  };
  readonly isPending: boolean;
  /** Why it is still there. */
  readonly problem?: string | undefined;
  readonly onDelete: () => void;
}

/** A button that deletes what the page is about, once it was asked whether it should. */
export function DeleteThing({ words, isPending, problem, onDelete }: DeleteThingProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <IconButton
        label={words.delete}
        icon={<Trash2 size={16} strokeWidth={1.5} aria-hidden />}
        onPress={() => setIsAsking(true)}
      />
      <ConfirmDialog
        isDanger
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={words.title}
        confirmLabel={words.delete}
        cancelLabel={words.cancel}
        isPending={isPending}
        onConfirm={onDelete}
      >
        {words.body}
        {problem !== undefined && <Notice tone="negative">{problem}</Notice>}
      </ConfirmDialog>
    </>
  );
}
