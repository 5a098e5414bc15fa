import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';
import type { NoticeTone } from './Notice.tsx';

export interface ToastContent {
  readonly tone: NoticeTone;
  readonly words: string;
  /** It tells of something under way: it stays until it is taken back or closed. */
  readonly stays?: true;
  /** One thing to do about it, "Undo"; a toast that has one stays until it is answered or closed. */
  readonly action?: { readonly label: string; readonly onAction: () => void };
}

/** Long enough to read a sentence twice. */
const STAYS_MS = 6_000;

/** The toasts of the page; ToastRegion shows them. */
export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/** Says briefly that something was done or went wrong elsewhere; returns a function that takes it back. */
export function showToast(content: ToastContent): () => void {
  const goes = content.action === undefined && content.stays === undefined;
  const key = toasts.add(content, goes ? { timeout: STAYS_MS } : {});
  return () => toasts.close(key);
}
