import { Skeleton } from './Skeleton.tsx';
import './feedback.css';

export interface LoadingStateProps {
  /** Read out once, "Loading pictures". */
  readonly label: string;
  /** How many rows the content is likely to have. */
  readonly rows?: number;
  readonly rowHeight?: string;
}

/** The shape of a list that is about to be here: nothing turns, nothing jumps when the content comes. */
export function LoadingState({ label, rows = 4, rowHeight = '40px' }: LoadingStateProps) {
  return (
    <div className="ui-loading" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={rowHeight} />
      ))}
    </div>
  );
}
