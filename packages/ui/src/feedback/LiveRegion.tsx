import { useSyncExternalStore } from 'react';
import { latestAnnouncement, subscribeAnnouncements } from './announcer.ts';

/** The one polite region of the page; mounted once, in the shell, before anything is announced. */
export function LiveRegion() {
  const sentence = useSyncExternalStore(subscribeAnnouncements, latestAnnouncement);
  return (
    <div className="ui-hidden" role="log" aria-live="polite" aria-relevant="additions text">
      {sentence}
    </div>
  );
}
