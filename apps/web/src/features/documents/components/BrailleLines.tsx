import { Fragment, memo } from 'react';
import type { ProofLine, ProofPlace } from '../model/proof-cursor.ts';

interface BrailleLinesProps {
  readonly lines: readonly ProofLine[];
  /** What each line says when it is read back. */
  readonly said: readonly string[];
  readonly place: ProofPlace | null;
  readonly onPlace: (place: ProofPlace) => void;
}

/** The lines of a braille page; the piece under the cursor and those that the regulation leaves open are marked. */
export function BrailleLines({ lines, said, place, onPlace }: BrailleLinesProps) {
  return lines.map((line, at) => (
    <Fragment key={at}>
      <BrailleLine line={line} number={at} current={place?.line === at ? place.piece : null} onPlace={onPlace} />
      {place?.line === at && <p className="proof__said">{said[at]}</p>}
    </Fragment>
  ));
}

interface BrailleLineProps {
  readonly line: ProofLine;
  readonly number: number;
  readonly current: number | null;
  readonly onPlace: (place: ProofPlace) => void;
}

const BrailleLine = memo(function BrailleLine({ line: { cells, pieces }, number, current, onPlace }: BrailleLineProps) {
  let done = 0;
  const parts = pieces.map(({ at, length, undecided }, piece) => {
    const between = cells.slice(done, at);
    done = Math.max(done, at + length);
    return (
      <span key={piece}>
        {between}
        <span
          className="proof__piece"
          data-current={piece === current || undefined}
          data-undecided={undecided !== null || undefined}
          onPointerUp={() => onPlace({ line: number, piece })}
        >
          {cells.slice(at, at + length)}
        </span>
      </span>
    );
  });
  return (
    <p className="proof__line" data-current={current !== null || undefined}>
      {parts}
      {cells.slice(done)}
      {cells === '' && '\u00a0'}
    </p>
  );
});
