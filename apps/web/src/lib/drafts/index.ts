export { useDraft } from './useDraft.ts';
export type { DraftOfForm } from './useDraft.ts';
export type { Fields } from './drafts.ts';
