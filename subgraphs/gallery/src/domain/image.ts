/** A JSON value, as `settings` holds it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A picture in a person's gallery. */
export interface Image {
  readonly id: string;
  readonly ownerId: string;
  readonly assetId: string;
  readonly thumbnailAssetId: string;
  /** base64 */
  readonly thumbhash: string;
  /** Pixels, after the orientation that the file asks for. */
  readonly width: number;
  readonly height: number;
  readonly prompt: string | null;
  readonly negativePrompt: string | null;
  readonly seed: number | null;
  readonly modelId: string | null;
  readonly settings: Json;
  readonly jobId: string | null;
  /** The picture this one was made from. */
  readonly parentId: string | null;
  /** How it was made: `TEXT_TO_IMAGE`, `UPSCALE`, … */
  readonly task: string | null;
  /** Its place among the pictures of one job. */
  readonly batchIndex: number | null;
  readonly title: string | null;
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly starred: boolean;
  readonly createdAt: Date;
  /** When it was put into the trash. */
  readonly deletedAt: Date | null;
  /** From here on nobody sees it and it can't come back. */
  readonly purgeStartedAt: Date | null;
}
