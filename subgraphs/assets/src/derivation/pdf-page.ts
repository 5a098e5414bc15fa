import { join } from 'node:path';
import { drawFirstPage } from '@modu/engine-reading/first-page';
import { inWorkFolder } from '@modu/work-folders';
import { makePicturePreview } from './picture-preview.ts';
import type { MadePreview } from './picture-preview.ts';

const SIDE_PIXELS = 1_024;

/**
 * The first page of a PDF, drawn in a process of its own.
 * @param save puts the PDF into a file.
 * @throws ReadingError when it can't be drawn.
 */
export function makePdfPreview(save: (path: string) => Promise<void>): Promise<MadePreview> {
  return inWorkFolder('pdf', async (folder) => {
    const path = join(folder, 'document.pdf');
    await save(path);
    const { png, pageCount, width, height } = await drawFirstPage({ path, sidePixels: SIDE_PIXELS });
    const { facts, thumbnails } = await makePicturePreview(png);
    return { facts: { ...facts, width, height, pageCount }, thumbnails };
  });
}
