import { startedBy } from '../started-by.ts';

export const transformImage = startedBy('IMAGE_TO_IMAGE');
