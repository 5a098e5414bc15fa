import { useTranslation } from '../../lib/language/index.ts';
import { PLACES } from '../places.ts';

/** The name of the key that is held: as it is printed on this machine's keyboard. */
export const MOD = /mac|iphone|ipad/iu.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** The keys that work everywhere, with what they do. */
export function KeyList() {
  const { t } = useTranslation(['aids', 'shell']);
  const keys = [
    { keys: [MOD, 'K'], words: t('shell:palette') },
    { keys: ['?'], words: t('shell:help') },
    { keys: [MOD, 'Enter'], words: t('keyCreate') },
    { keys: ['Esc'], words: t('keyClose') },
    ...PLACES.map(({ id, key }) => ({ keys: ['G', key.toUpperCase()], words: t(`shell:${id}`) })),
  ];
  return (
    <dl className="keys">
      {keys.map(({ keys: pressed, words }) => (
        <div key={words} className="keys__row">
          <dt className="keys__words">{words}</dt>
          <dd>
            {pressed.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
