import { Search } from 'lucide-react';
import { useContext, useDeferredValue, useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { announce } from '../feedback/announcer.ts';
import { BegunWords } from './begun-words.ts';
import { CommandList, optionId } from './CommandList.tsx';
import { findCommands, placeAfterKey } from './commands.ts';
import type { Command, CommandGroup } from './commands.ts';

export interface CommandFinderProps {
  readonly label: string;
  readonly placeholder: string;
  readonly emptyWords: string;
  readonly groups: readonly CommandGroup[];
  readonly ofWords?: ((words: string) => CommandGroup) | undefined;
  readonly isComing?: boolean | undefined;
  readonly onDo: (command: Command) => void;
}

const NONE: readonly CommandGroup[] = [];
const NOTHING_YET = { known: NONE, isMore: true };

/** A field and what is found by what is typed in it. The first is the one that Enter does, until keys or the pointer choose another. */
export function CommandFinder(props: CommandFinderProps) {
  const { label, placeholder, emptyWords, groups, ofWords, isComing = false, onDo } = props;
  const id = useId();
  const [typed, setTyped] = useState(useContext(BegunWords));
  const [chosen, setChosen] = useState<{ readonly id: string; readonly isByKeys: boolean } | null>(null);
  const { known, isMore } = useKnown(groups, isComing);
  const find = (words: string) => findAlso(known, words, ofWords);
  const found = find(typed);
  const commands = found.flatMap((group) => group.commands);
  const isAsked = typed.trim() !== '';
  const first = useFirst(isMore ? findCommands(known, typed).flatMap((group) => group.commands) : commands, typed);
  const current = commands.find((command) => command.id === chosen?.id) ?? (isAsked ? first : undefined);
  const isByKeys = chosen?.isByKeys ?? true;
  const currentId = current && optionId(id, current);
  useInView(isByKeys ? currentId : undefined);
  const enterOnceKnown = useEnterOnceKnown(known !== NONE, () => current && onDo(current));
  const onType = (next: string) => {
    setTyped(next);
    setChosen(null);
    enterOnceKnown.forget();
    if (find(next).length === 0) announce(emptyWords, { about: id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What is chosen in an input method is not yet in the field.
    if (event.nativeEvent.isComposing) return;
    const place = placeAfterKey(event.key, { at: current ? commands.indexOf(current) : -1, count: commands.length });
    const next = place === undefined ? undefined : commands[place];
    if (next) setChosen({ id: next.id, isByKeys: true });
    else if (event.key === 'Enter' && current) onDo(current);
    else if (event.key === 'Enter' && isAsked && known === NONE) enterOnceKnown.keep();
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

/** What is found by words, and what is offered for any words at all. */
function findAlso(known: readonly CommandGroup[], words: string, ofWords: CommandFinderProps['ofWords']) {
  const byWords = findCommands(known, words);
  const isOffered = ofWords !== undefined && known !== NONE && words.trim() !== '';
  return isOffered ? [...byWords, ofWords(words.trim())] : byWords;
}

/** The list comes a moment after the field: drawn together they are one long task, in which no letter is taken. */
function useKnown(groups: readonly CommandGroup[], isComing: boolean) {
  const all = useMemo(() => ({ known: groups, isMore: isComing }), [groups, isComing]);
  return useDeferredValue(all, NOTHING_YET);
}

/** An Enter that comes before the list does what it would have done, once the list is here; another letter takes it back. */
function useEnterOnceKnown(isKnown: boolean, enter: () => void) {
  const [isKept, setIsKept] = useState(false);
  const doKept = useEffectEvent(() => {
    setIsKept(false);
    enter();
  });
  useEffect(() => {
    if (isKnown && isKept) doKept();
  }, [isKnown, isKept]);
  return { keep: () => setIsKept(true), forget: () => setIsKept(false) };
}

/** The first of what is found by the same words: what comes later goes before it in the list, and is not done in its place. */
function useFirst(commands: readonly Command[], typed: string): Command | undefined {
  const [marked, setMarked] = useState({ typed: '', id: '' });
  const kept = marked.typed === typed ? commands.find(({ id }) => id === marked.id) : undefined;
  const first = kept ?? commands[0];
  if (first && kept === undefined) setMarked({ typed, id: first.id });
  return first;
}

/** Keeps what keys have come to within the part of the list that is seen. */
function useInView(elementId: string | undefined) {
  useEffect(() => {
    if (elementId !== undefined) document.getElementById(elementId)?.scrollIntoView({ block: 'nearest' });
  }, [elementId]);
}
