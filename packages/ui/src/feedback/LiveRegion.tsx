import { useSyncExternalStore } from 'react';
import { spokenLines, subscribeAnnouncements } from './announcer.ts';

/**
 * The one polite region of the page; mounted once, in the shell, before anything is announced. What opens over the page makes
 * everything else inert, but not what carries this mark: it is heard from within a dialog, too.
 */
export function LiveRegion() {
  const lines = useSyncExternalStore(subscribeAnnouncements, spokenLines);
  return (
    <div className="ui-hidden" role="log" aria-live="polite" aria-relevant="additions" data-live-announcer="true">
      {lines.map(({ id, sentence }) => (
        <p key={id}>{sentence}</p>
      ))}
    </div>
  );
}
