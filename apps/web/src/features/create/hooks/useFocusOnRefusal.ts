import { useEffect, useRef } from 'react';
import type { FieldProblems } from '../model/field-problems.ts';

/**
 * Where an order that was sent is refused because of a field, focus goes to that field, unless whoever sent it has left the form
 * meanwhile. `sent` says that it was sent.
 */
export function useFocusOnRefusal({ form: _form, wantsCredits: _, ...fields }: FieldProblems) {
  const form = useRef<HTMLFormElement>(null);
  const isAwaited = useRef(false);
  const isRefused = Object.keys(fields).length > 0;
  // After every drawing: the same problem as the time before is told again.
  useEffect(() => {
    if (!isAwaited.current || !isRefused) return;
    isAwaited.current = false;
    if (form.current?.contains(document.activeElement) !== true) return;
    form.current.closest('.create')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
  const sent = () => {
    isAwaited.current = true;
  };
  return { form, sent };
}
