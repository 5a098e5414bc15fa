import { opensLater } from '@modu/ui';
import { startTransition, useState } from 'react';
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
  const open = (next: Aid) => startTransition(() => setAid(next));
  useStudioKeys({ onPalette: () => open('palette'), onHelp: () => open('help') });
  return (
    <div className="shell">
      <a href="#work" className="shell__skip">
        {t('skip')}
      </a>
      <Rail onPalette={() => open('palette')} onHelp={() => open('help')} />
      <div className="shell__room">
        <div className="shell__notices">
          <ConnectionNotice />
          <FirstSteps />
        </div>
        <main id="work" className="shell__work" tabIndex={-1}>
          {children}
        </main>
        <JobTray />
        <QueueDrawer />
        <Toasts />
        <JobsEar />
        <LanguageDirection />
      </div>
      <StudioPalette
        isOpen={aid === 'palette'}
        onOpenChange={(isOpen) => setAid((now) => (isOpen ? 'palette' : now === 'palette' ? null : now))}
        onHelp={() => open('help')}
      />
      <HelpDrawer isOpen={aid === 'help'} onOpenChange={(isOpen) => setAid(isOpen ? 'help' : null)} />
    </div>
  );
}
