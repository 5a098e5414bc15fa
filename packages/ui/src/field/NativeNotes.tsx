import { CircleAlert } from 'lucide-react';
import { classNames } from '../class-names.ts';

/** The ids of a field's two sentences: those that are there go into its `aria-describedby`. */
export interface NoteIds {
  readonly hintId: string;
  readonly problemId: string;
}

export interface NativeNotesProps extends NoteIds {
  readonly hint?: string | undefined;
  /** The hint is read out but not shown. */
  readonly hidesHint?: boolean | undefined;
  readonly problem: string | undefined;
}

/** The sentence under a native field: its problem if it has one, which is said as it comes, else its hint. */
export function NativeNotes({ hint, hidesHint, problem, hintId, problemId }: NativeNotesProps) {
  if (problem !== undefined) {
    return (
      <span id={problemId} role="alert" className="ui-field__problem">
        <CircleAlert size={16} strokeWidth={1.5} aria-hidden />
        <span>{problem}</span>
      </span>
    );
  }
  if (hint === undefined) return null;
  return (
    <span id={hintId} className={classNames('ui-field__hint', hidesHint && 'ui-hidden')}>
      {hint}
    </span>
  );
}
