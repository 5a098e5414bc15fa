import { startedBy } from '../started-by.ts';

export const upscaleImage = startedBy('UPSCALE');
