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
  readonly title: string | null;
  readonly tags: readonly string[];
  readonly starred: boolean;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}
