import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { announce } from '../feedback/announcer.ts';
import { CommandList, optionId } from './CommandList.tsx';
import { findCommands, placeAfterKey } from './commands.ts';
import type { Command, CommandGroup } from './commands.ts';

export interface CommandFinderProps {
  readonly label: string;
  readonly placeholder: string;
  readonly emptyWords: string;
  readonly groups: readonly CommandGroup[];
  readonly ofWords?: ((words: string) => CommandGroup) | undefined;
  readonly onDo: (command: Command) => void;
}

const NONE: readonly CommandGroup[] = [];

/** A field and what is found by what is typed in it. The first is the one that Enter does, until keys or the pointer choose another. */
export function CommandFinder({ label, placeholder, emptyWords, groups, ofWords, onDo }: CommandFinderProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ readonly id: string; readonly isByKeys: boolean } | null>(null);
  // The list comes a moment after the field: drawn together they are one long task, in which no letter is taken.
  const known = useDeferredValue(groups, NONE);
  const find = (words: string) => {
    const byWords = findCommands(known, words);
    return ofWords === undefined || words.trim() === '' ? byWords : [...byWords, ofWords(words.trim())];
  };
  const found = find(typed);
  const commands = found.flatMap((group) => group.commands);
  const isAsked = typed.trim() !== '';
  const current = commands.find((command) => command.id === chosen?.id) ?? (isAsked ? commands[0] : undefined);
  const isByKeys = chosen?.isByKeys ?? true;
  const currentId = current && optionId(id, current);
  useInView(isByKeys ? currentId : undefined);
  const onType = (next: string) => {
    setTyped(next);
    setChosen(null);
    if (find(next).length === 0) announce(emptyWords, { about: id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What is chosen in an input method is not yet in the field.
    if (event.nativeEvent.isComposing) return;
    const place = placeAfterKey(event.key, { at: current ? commands.indexOf(current) : -1, count: commands.length });
    const next = place === undefined ? undefined : commands[place];
    if (next) setChosen({ id: next.id, isByKeys: true });
    else if (event.key === 'Enter' && current) onDo(current);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="ui-palette__field">
        <Search size={20} strokeWidth={1.5} aria-hidden />
        <input
          type="search"
          role="combobox"
          aria-label={label}
          aria-expanded={commands.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={currentId}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={placeholder}
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
          className="ui-palette__input"
        />
      </div>
      {isAsked && known !== NONE && commands.length === 0 && <p className="ui-palette__empty">{emptyWords}</p>}
      <CommandList
        id={id}
        label={label}
        groups={found}
        current={current}
        isByKeys={isByKeys}
        onPoint={(command) => setChosen({ id: command.id, isByKeys: false })}
        onDo={onDo}
      />
    </>
  );
}

/** Keeps what keys have come to within the part of the list that is seen. */
function useInView(elementId: string | undefined) {
  useEffect(() => {
    if (elementId !== undefined) document.getElementById(elementId)?.scrollIntoView({ block: 'nearest' });
  }, [elementId]);
}
