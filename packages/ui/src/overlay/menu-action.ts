import type { ReactNode } from 'react';

/** One line of a menu. */
export interface MenuAction {
  readonly id: string;
  /** A verb, "Download". */
  readonly name: string;
  readonly icon?: ReactNode;
  readonly note?: string;
  /** The keys that do the same, as they are shown: "Ctrl D". */
  readonly keys?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  /** Given, one of its group is chosen, and says so. */
  readonly isChosen?: boolean;
  readonly onAction: () => void;
}

export type MenuPlacement = 'bottom start' | 'bottom end' | 'top start' | 'top end';
