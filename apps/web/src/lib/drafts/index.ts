export { useDraft } from './useDraft.ts';
export type { DraftOfForm } from './useDraft.ts';
export type { Fields } from './drafts.ts';
export { fieldOfNumber, numberOfField } from './numbers.ts';
export { TakeBack } from './TakeBack.tsx';
