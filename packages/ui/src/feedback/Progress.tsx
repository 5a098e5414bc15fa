import type { ReactNode } from 'react';
import { ProgressLine } from './ProgressLine.tsx';
import './progress.css';

export interface ProgressProps {
  /** What is under way, shown above the line. */
  readonly label: string;
  /** 0 to 1; null while nobody can say, which draws a still line and leaves the words to tell. */
  readonly share: number | null;
  /** Where it stands: "Step 7 of 20, about 3 s left". */
  readonly words: string;
  /** Stages of one job, each with its own part of the line; `at` counts from 0. */
  readonly stages?: { readonly names: readonly string[]; readonly at: number };
  /** A button beside the words, "Cancel". */
  readonly action?: ReactNode;
}

/** How far something is: a line, a place and a time in words, and the stages it goes through. */
export function Progress({ label, share, words, stages, action }: ProgressProps) {
  return (
    <div className="ui-progress-block" role="group" aria-label={label}>
      <div className="ui-progress-block__head">
        <span className="ui-progress-block__label">{label}</span>
        <span className="ui-progress-block__words ui-figures">{words}</span>
        {action}
      </div>
      {stages === undefined ? (
        <Line label={label} share={share} words={words} />
      ) : (
        <ol className="ui-stages">
          {stages.names.map((name, index) => (
            <li key={name} className="ui-stage" aria-current={index === stages.at ? 'step' : undefined}>
              <Line
                label={name}
                share={shareOfStage({ index, at: stages.at, share })}
                words={index === stages.at ? words : name}
              />
              <span className="ui-stage__name">{name}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Line({ label, share, words }: { label: string; share: number | null; words: string }) {
  if (share === null) return <div className="ui-progress ui-progress--unknown" aria-hidden />;
  return <ProgressLine label={label} share={share} words={words} />;
}

/** A stage that is over is full, one to come is empty, the present one is as far as the job says. */
export function shareOfStage({ index, at, share }: { index: number; at: number; share: number | null }): number | null {
  if (index === at) return share;
  return index < at ? 1 : 0;
}
