import type { StudioPicture } from '../model/scene.ts';

/** A picture for a test or a story. */
export function pictureOf(parts: Partial<StudioPicture> = {}): StudioPicture {
  return {
    id: 'picture-1',
    url: '/picture-1',
    thumbnailUrl: '/picture-1/thumbnail',
    thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
    width: 512,
    height: 512,
    prompt: 'A persimmon tree',
    createdAt: '2026-11-21T12:00:00.000Z',
    ...parts,
  };
}
