import type { CommandGroup } from '@modu/ui';
import { Search } from 'lucide-react';
import { useTranslation } from '../../lib/language/index.ts';
import { go } from '../../lib/way/index.ts';
import { ICON } from './icon.ts';

/** As many letters as a search of the gallery takes. */
const SEARCH_MAX = 200;

/** What is typed, looked for among the pictures. */
export function useSearchCommand(): (words: string) => CommandGroup {
  const { t } = useTranslation(['aids', 'shell']);
  return (words) => {
    const search = words.slice(0, SEARCH_MAX);
    const command = {
      id: 'search-pictures',
      name: t('searchPictures', { words: search }),
      icon: <Search {...ICON} />,
      onAction: () => void go({ to: '/gallery', search: { search } }),
    };
    return { name: t('shell:gallery'), commands: [command] };
  };
}
