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
    isExact: true,
  },
  { id: 'gallery', to: '/gallery', icon: Images, key: 'g' },
  {
    id: 'documents',
    to: '/documents',
    icon: BookOpenText,
    key: 'd',
  },
  { id: 'speech', to: '/speech', icon: AudioLines, key: 's' },
  { id: 'files', to: '/files', icon: FolderOpen, key: 'f' },
  {
    id: 'overview',
    to: '/overview',
    icon: ChartColumn,
    key: 'o',
  },
];

/** How many places the bottom bar of a phone shows before the rest moves behind “More”. */
export const PLACES_ON_PHONE = 4;
