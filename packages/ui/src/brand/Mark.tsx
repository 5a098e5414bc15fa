export interface MarkProps {
  /** Height in pixels. */
  readonly size?: number;
}

/** The sign of the house: the syllable 모 read as a picture on its easel. Always beside the name, so hidden from readers. */
export function Mark({ size = 24 }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">
      <rect x="5" y="3" width="14" height="11" rx="1.2" stroke="currentColor" strokeWidth="2" />
      <circle cx="12" cy="8.5" r="2.4" fill="var(--accent)" />
      <path d="M12 14v6M3 20.5h18" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
