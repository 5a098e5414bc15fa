import { startedBy } from '../started-by.ts';

export const inpaintImage = startedBy('INPAINT');
