import { ProgressBar } from 'react-aria-components/ProgressBar';
import './feedback.css';

export interface ProgressLineProps {
  /** What is under way; read out, not shown. */
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
  /** How the state is read out, "step 7 of 20"; the bare percentage when absent. */
  readonly words?: string;
}

/** Real progress as a thin persimmon line. */
export function ProgressLine({ label, share, words }: ProgressLineProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <ProgressBar
      aria-label={label}
      value={percent}
      className="ui-progress"
      {...(words === undefined ? {} : { valueLabel: words })}
    >
      {({ percentage }) => <div className="ui-progress__line" style={{ inlineSize: `${percentage ?? 0}%` }} />}
    </ProgressBar>
  );
}
