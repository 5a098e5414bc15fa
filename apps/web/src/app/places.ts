import { AudioLines, BookOpenText, ChartColumn, FolderOpen, Images, Paintbrush } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { PlainPath } from '../lib/way/index.ts';

/** A place is called by the message of its name, `shell:<id>`. */
export type PlaceId = 'create' | 'gallery' | 'documents' | 'speech' | 'files' | 'overview';

/** A page of the studio that one goes to. */
export interface Place {
  readonly id: PlaceId;
  readonly to: PlainPath;
  readonly icon: LucideIcon;
  /** Pressed after G it leads here. */
  readonly key: string;
  /** Other words it is found by in the palette, in both languages. */
  readonly alsoKnownAs: string;
  /** Only the address itself is this place, not what lies under it. */
  readonly isExact?: boolean;
}

/** Every place, in the order of the rail. The rail, the bottom bar, the palette and the keys all read from here. */
export const PLACES: readonly Place[] = [
  {
    id: 'create',
    to: '/',
    icon: Paintbrush,
    key: 'c',
    alsoKnownAs: 'new picture generate prompt 그림 새로 생성',
    isExact: true,
  },
  { id: 'gallery', to: '/gallery', icon: Images, key: 'g', alsoKnownAs: 'pictures images 그림 사진 앨범' },
  {
    id: 'documents',
    to: '/documents',
    icon: BookOpenText,
    key: 'd',
    alsoKnownAs: 'braille read pdf docx hwpx epub 점자 문서 읽기 점역',
  },
  {
    id: 'speech',
    to: '/speech',
    icon: AudioLines,
    key: 's',
    alsoKnownAs: 'voice speak read aloud transcribe captions 음성 목소리 읽어 주기 받아쓰기 자막',
  },
  { id: 'files', to: '/files', icon: FolderOpen, key: 'f', alsoKnownAs: 'uploads downloads storage 업로드 자료 저장' },
  {
    id: 'overview',
    to: '/overview',
    icon: ChartColumn,
    key: 'o',
    alsoKnownAs: 'dashboard statistics activity 대시보드 통계 활동 현황',
  },
];

/** How many places the bottom bar of a phone shows before the rest moves behind “More”. */
export const PLACES_ON_PHONE = 4;
