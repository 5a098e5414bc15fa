import '@modu/ui/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client.ts';
import { isInStudio } from './app/pages.ts';
import { beginPage, preparePage } from './app/prepare.ts';
import { RootFrame } from './app/RootFrame.tsx';
import { forgetEarly } from './lib/early/early.ts';
import { startLanguage } from './lib/language/index.ts';
import { applyTheme, keptTheme } from './lib/theme/theme.ts';
import { firstSheets } from './lib/screen/first-sheets.ts';
import { Here, prepareWith } from './lib/way/index.ts';

keptTheme.subscribe(() => applyTheme(keptTheme.get()));
applyTheme(keptTheme.get());
// The page is fetched beside the language, not after it, and drawn once: React holds back what follows an empty first drawing.
prepareWith(preparePage);
// Whatever does not come here is asked for again by the page, which says so if it is out of reach.
beginPage(location.pathname)
  .catch(() => undefined)
  .finally(forgetEarly);
const ready = Promise.all([
  startLanguage(),
  firstSheets()
    .then(() => preparePage(location.pathname))
    .catch(() => undefined),
]);
void import('./app/later.ts');
await ready;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
const tree = createRoot(root);
// As a transition the first drawing is made in small steps, between which the browser answers; else it is one long task.
startTransition(() =>
  tree.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Here isInSteps={isInStudio}>
          <RootFrame />
        </Here>
      </QueryClientProvider>
    </StrictMode>,
  ),
);
