import { useId } from 'react';
import type { NoteIds } from './NativeNotes.tsx';

interface NativeField extends NoteIds {
  readonly inputId: string;
  /** What ties an input to its sentences. */
  readonly ties: { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true };
}

/** Ties an input, its label, its hint and its problem together for assistive technology. */
export function useNativeField(problem: string | undefined, hint?: string): NativeField {
  const id = useId();
  const ids = { inputId: `${id}-input`, hintId: `${id}-hint`, problemId: `${id}-problem` };
  if (problem !== undefined) return { ...ids, ties: { 'aria-describedby': ids.problemId, 'aria-invalid': true } };
  return { ...ids, ties: hint === undefined ? {} : { 'aria-describedby': ids.hintId } };
}
