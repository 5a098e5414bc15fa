import { Fragment, memo } from 'react';
import type { ProofLine, ProofPlace } from '../model/proof-cursor.ts';

interface BrailleLinesProps {
  readonly lines: readonly ProofLine[];
  /** What each line says when it is read back. */
  readonly said: readonly string[];
  readonly place: ProofPlace | null;
  /** What is under the cursor, in words. */
  readonly words: string;
  readonly onPlace: (place: ProofPlace) => void;
}

/** The id of a sign, by which a screen reader follows the cursor to it. */
export const signId = ({ line, piece }: ProofPlace): string => `proof-sign-${line}-${piece}`;

/** The lines of a braille page; the piece under the cursor and those that the regulation leaves open are marked. */
export function BrailleLines({ lines, said, place, words, onPlace }: BrailleLinesProps) {
  return lines.map((line, at) => (
    <Fragment key={at}>
      <BrailleLine
        line={line}
        number={at}
        current={place?.line === at ? place.piece : null}
        words={place?.line === at ? words : ''}
        onPlace={onPlace}
      />
      {/* For eyes: it is among the words of the sign that is come to. */}
      {place?.line === at && (
        <p className="proof__said" aria-hidden>
          {said[at]}
        </p>
      )}
    </Fragment>
  ));
}

interface BrailleLineProps {
  readonly line: ProofLine;
  readonly number: number;
  readonly current: number | null;
  readonly words: string;
  readonly onPlace: (place: ProofPlace) => void;
}

const BrailleLine = memo(function BrailleLine({ line, number, current, words, onPlace }: BrailleLineProps) {
  const { cells, pieces } = line;
  let done = 0;
  const parts = pieces.map(({ at, length, undecided }, piece) => {
    const between = cells.slice(done, at);
    done = Math.max(done, at + length);
    return (
      <Fragment key={piece}>
        {between}
        <span
          role="option"
          id={signId({ line: number, piece })}
          aria-selected={piece === current}
          // A display shows the line from here on, as it will be under a hand; its name in print would be of no use there.
          {...(piece === current ? { 'aria-label': words, 'aria-braillelabel': cells.slice(at) } : {})}
          className="proof__piece"
          data-current={piece === current || undefined}
          data-undecided={undecided !== null || undefined}
          onPointerUp={() => onPlace({ line: number, piece })}
        >
          {cells.slice(at, at + length)}
        </span>
      </Fragment>
    );
  });
  return (
    // Between a list and its signs stands nothing that a browser takes for a part of it: signs would be no options there.
    <p role="none" className="proof__line" data-current={current !== null || undefined}>
      {parts}
      {cells.slice(done)}
      {cells === '' && '\u00a0'}
    </p>
  );
});
