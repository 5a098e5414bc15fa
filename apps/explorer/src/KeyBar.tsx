import { useState } from 'react';
import { words } from './words.ts';

interface KeyBarProps {
  readonly value: string;
  onChange(key: string): void;
}

/** Where the key goes, and where what is published can be read. */
export function KeyBar({ value, onChange }: KeyBarProps) {
  const [draft, setDraft] = useState(value);
  return (
    <form
      className="explorer-key"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(draft.trim());
      }}
    >
      <strong>Modu Studio</strong>
      <label>
        {words.key}
        <input
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder="modu_…"
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{words.use}</button>
      <span role="status">{value ? words.inUse : words.none}</span>
      <nav>
        <a href="/security">{words.getKey}</a>
        <a href="/graphql/schema.graphql">{words.schema}</a>
        <a href="/graphql/changelog">{words.changelog}</a>
      </nav>
    </form>
  );
}
