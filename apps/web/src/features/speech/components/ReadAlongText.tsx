import { useMemo } from 'react';
import type { RefObject } from 'react';

interface ReadAlongTextProps {
  readonly label: string;
  readonly language: string;
  readonly text: string;
  readonly areaRef: RefObject<HTMLElement | null>;
  /** A press on a place of the screen. */
  readonly onPoint: (x: number, y: number) => void;
}

interface Paragraph {
  readonly text: string;
  readonly start: number;
}

function paragraphsOf(text: string): Paragraph[] {
  return [...text.matchAll(/[^\n]+/gu)].map(({ 0: paragraph, index }) => ({ text: paragraph, start: index }));
}

/** A text as plain paragraphs; the word that is heard is marked by a highlight of the browser. A press on a word plays from there; for keys there is the player. */
export function ReadAlongText({ label, language, text, areaRef, onPoint }: ReadAlongTextProps) {
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  return (
    <article
      ref={areaRef}
      className="read-along"
      aria-label={label}
      lang={language}
      tabIndex={0}
      onClick={({ clientX, clientY }) => onPoint(clientX, clientY)}
    >
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start} data-start={paragraph.start}>
          {paragraph.text}
        </p>
      ))}
    </article>
  );
}
