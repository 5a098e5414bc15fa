import type { Command } from '@modu/ui';
import { Coins, LayoutGrid, Trash2, UserRound } from 'lucide-react';
import { useTranslation } from '../../lib/language/index.ts';
import { go } from '../../lib/way/index.ts';
import { PLACES } from '../places.ts';
import { ICON } from './icon.ts';
import { PLACE_WORDS } from './place-words.ts';

/** Pages that lie within a place of the rail or behind the account, with other words they are found by. */
const WITHIN = [
  { id: 'boards', to: '/boards', icon: LayoutGrid, name: 'aids:boards', words: 'boards collections 보드 모음' },
  { id: 'trash', to: '/gallery/trash', icon: Trash2, name: 'aids:trash', words: 'trash bin deleted 휴지통 지운 그림' },
  {
    id: 'credits',
    to: '/credits',
    icon: Coins,
    name: 'aids:credits',
    words: 'credits plan billing 크레딧 요금제 결제',
  },
  { id: 'account', to: '/account', icon: UserRound, name: 'shell:account', words: 'account profile 계정 프로필' },
] as const;

/** Every page one goes to. */
export function usePlaceCommands(): readonly Command[] {
  const { t } = useTranslation(['shell', 'aids']);
  const places = PLACES.map(({ id, to, icon: Icon, key }) => ({
    id: `place-${id}`,
    name: t(id),
    alsoKnownAs: PLACE_WORDS[id],
    icon: <Icon {...ICON} />,
    keys: `G ${key.toUpperCase()}`,
    onAction: () => void go({ to }),
  }));
  const within = WITHIN.map(({ id, to, icon: Icon, name, words }) => ({
    id: `place-${id}`,
    name: t(name),
    alsoKnownAs: words,
    icon: <Icon {...ICON} />,
    onAction: () => void go({ to }),
  }));
  return [...places, ...within];
}
