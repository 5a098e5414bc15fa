import { useTranslation } from '../../../lib/language/index.ts';
import { AskToEnd } from './AskToEnd.tsx';
import type { AskToEndProps } from './AskToEnd.tsx';

/** A place to be signed out, by what it is called; or all but this one. */
export type Ending = { readonly id: string; readonly name: string } | 'others';

export type EndPlacesProps = Pick<AskToEndProps<Ending>, 'asked' | 'onClose' | 'onEnd'>;

/** Asks before somebody is signed out elsewhere: what is open there closes, and cannot be opened again from here. */
export function EndPlaces(props: EndPlacesProps) {
  const { t } = useTranslation('security');
  const { asked } = props;
  const title = asked === 'others' ? t('placeEndOthersTitle') : t('placeEndTitle', { name: asked?.name ?? '' });
  return <AskToEnd {...props} title={title} words={t('placeEndWords')} confirmLabel={t('placeEnd')} />;
}
