export { draftOf } from './model/recall.ts';
export { draftFromPicture } from './model/kept-draft.ts';
