import { opensLater } from '@modu/ui';
import { memo, startTransition, useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { JobTray, QueueDrawer } from '../features/queue/index.ts';
import { loadWords, useTranslation } from '../lib/language/index.ts';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import type { HelpDrawerProps } from './help/HelpDrawer.tsx';
import { JobsEar } from './JobsEar.tsx';
import { LanguageDirection } from './LanguageDirection.tsx';
import type { StudioPaletteProps } from './palette/StudioPalette.tsx';
import { Rail } from './Rail.tsx';
import { Toasts } from './Toasts.tsx';
import { useStudioKeys } from './useStudioKeys.ts';
import '../lib/screen/page.css';
import './shell.css';

const StudioPalette = opensLater<StudioPaletteProps>(async () => {
  const [come] = await Promise.all([import('./palette/StudioPalette.tsx'), loadWords('aids')]);
  return come.StudioPalette;
});
const HelpDrawer = opensLater<HelpDrawerProps>(async () => {
  const [come] = await Promise.all([import('./help/HelpDrawer.tsx'), loadWords('aids')]);
  return come.HelpDrawer;
});

type Aid = 'palette' | 'help';

/** The studio around every page: rail, work, what runs; the palette and help when they are asked for. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  const [aid, setAid] = useState<Aid | null>(null);
  // Drawn beside the work and not before it: an aid has many parts, and keys that are typed meanwhile are answered first.
  const onPalette = useCallback(() => startTransition(() => setAid('palette')), []);
  const onHelp = useCallback(() => startTransition(() => setAid('help')), []);
  useStudioKeys({ onPalette, onHelp });
  return (
    <div className="shell">
      <a href="#work" className="shell__skip">
        {t('skip')}
      </a>
      <SteadyRail onPalette={onPalette} onHelp={onHelp} />
      <div className="shell__room">
        <Above />
        <main id="work" className="shell__work" tabIndex={-1}>
          {children}
        </main>
        <Below />
      </div>
      <StudioPalette
        isOpen={aid === 'palette'}
        onOpenChange={(isOpen) => setAid((now) => (isOpen ? 'palette' : now === 'palette' ? null : now))}
        onHelp={onHelp}
      />
      <HelpDrawer isOpen={aid === 'help'} onOpenChange={(isOpen) => setAid(isOpen ? 'help' : null)} />
    </div>
  );
}

/*
 * What stands around the work is not drawn with it. It shows what runs, and news of that come all the time: a page that were drawn
 * together with it, in steps, would be drawn anew in one go as soon as there is news.
 */
const SteadyRail = memo(Rail);

const Above = memo(function Above() {
  return (
    <div className="shell__notices">
      <ConnectionNotice />
      <FirstSteps />
    </div>
  );
});

const Below = memo(function Below() {
  return (
    <>
      <JobTray />
      <QueueDrawer />
      <Toasts />
      <JobsEar />
      <LanguageDirection />
    </>
  );
});
