import { useTranslation } from '../language/index.ts';

/** From this share of what may be written on, the limit is shown as well. */
const NEAR = 0.8;

interface Room {
  readonly hint: string;
  readonly hidesHint: boolean;
}

/** How much may be written, said before it is passed: read out with the field from the start, shown when there is little left. */
export function useRoom(length: number, max: number): Room {
  const { t } = useTranslation('shell');
  const left = max - length;
  if (length < max * NEAR) return { hint: t('charactersMax', { count: max }), hidesHint: true };
  if (left < 0) return { hint: t('charactersOver', { count: -left }), hidesHint: false };
  return { hint: t('charactersLeft', { count: left }), hidesHint: false };
}
