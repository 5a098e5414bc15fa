import './feedback.css';

export interface SkeletonProps {
  /** Any CSS length. */
  readonly width?: string;
  readonly height?: string;
}

/** The shape of what is about to be here. Still, so that nothing blinks. */
export function Skeleton({ width = '100%', height = '1em' }: SkeletonProps) {
  return <div className="ui-skeleton" aria-hidden style={{ width, height }} />;
}
