import type { ReactNode } from 'react';

/** Something that can be found and done. */
export interface Command {
  readonly id: string;
  readonly name: string;
  /** The language of its name where that is not the page's. */
  readonly language?: string;
  /** Other words it is found by, in any language. */
  readonly alsoKnownAs?: string;
  readonly icon?: ReactNode;
  readonly note?: string;
  readonly keys?: string;
  readonly onAction: () => void;
}

export interface CommandGroup {
  readonly name: string;
  /** No more of them are shown than so many; the others are found by typing on. */
  readonly most?: number;
  readonly commands: readonly Command[];
}

/** What is found by all the words that are typed, whatever their case and their marks; a group in which nothing is found goes. */
export function findCommands(groups: readonly CommandGroup[], typed: string): readonly CommandGroup[] {
  const words = folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const isFound = ({ name, note = '', alsoKnownAs = '' }: Command) => {
    if (words.length === 0) return true;
    const text = folded(`${name} ${note} ${alsoKnownAs}`);
    return words.every((word) => text.includes(word));
  };
  return groups
    .map((group) => ({ ...group, commands: group.commands.filter(isFound).slice(0, group.most) }))
    .filter(({ commands }) => commands.length > 0);
}

// Taken apart, a Korean syllable that is still being written is the beginning of the one it will be.
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

/** Where a key leads in a list, round its ends; undefined for a key that leads nowhere. */
export function placeAfterKey(key: string, { at, count }: { readonly at: number; readonly count: number }) {
  if (count === 0) return undefined;
  const places: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % count,
    ArrowUp: at <= 0 ? count - 1 : at - 1,
    Home: 0,
    End: count - 1,
  };
  return places[key];
}
