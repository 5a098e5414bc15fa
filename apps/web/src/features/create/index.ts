export { draftFromPicture } from './model/kept-draft.ts';
