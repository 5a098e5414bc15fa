import { startedBy } from '../started-by.ts';

export const generateImage = startedBy('TEXT_TO_IMAGE');
