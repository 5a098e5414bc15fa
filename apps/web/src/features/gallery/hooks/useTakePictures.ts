import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { openTakings } from '../model/takings.ts';
import { useTaking } from './useTaking.ts';

/** Takes pictures away; goes on while the viewer is on other pages. */
export function useTakePictures() {
  const { begin } = useTaking();
  return useMutation({ mutationFn: (ids: readonly string[]) => begin(ids) });
}

/** Goes on with what a reload, or a tab that was closed, broke off. */
export function useTakeUp(): void {
  const { goOn } = useTaking();
  const { mutate } = useMutation({ mutationFn: () => Promise.all(openTakings().map(({ id }) => goOn(id))) });
  useEffect(() => mutate(), [mutate]);
}
