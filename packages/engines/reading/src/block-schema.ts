import { z } from 'zod';
import type { Block } from './block.ts';
import { LINK_CHARS_MAX } from './bounds.ts';
import { LANGUAGE_CHARS_MAX } from './text/language.ts';

const span = z
  .object({
    start: z.int().min(0),
    end: z.int().min(0),
    language: z.string().max(LANGUAGE_CHARS_MAX).exactOptional(),
    emphasis: z.enum(['EMPHASIS', 'UNDERLINE', 'BOLD', 'ITALIC', 'STRIKE']).exactOptional(),
    link: z.string().max(LINK_CHARS_MAX).exactOptional(),
    math: z.boolean().exactOptional(),
  })
  .readonly();
const rich = { text: z.string(), spans: z.array(span).readonly() };
const origin = { page: z.int().min(1).nullable(), confidence: z.number().min(0).max(1).exactOptional() };
const item = z.object({ depth: z.int().min(0), marker: z.string(), ...rich }).readonly();
const cell = z.object({ isHeader: z.boolean(), columnSpan: z.int(), rowSpan: z.int(), ...rich }).readonly();

/** A block as it is kept and read again. */
export const blockSchema: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('HEADING'), ...origin, level: z.int().min(1).max(6), ...rich }),
  z.object({ kind: z.literal('PARAGRAPH'), ...origin, ...rich }),
  z.object({ kind: z.literal('LIST'), ...origin, isOrdered: z.boolean(), items: z.array(item).readonly() }),
  z.object({
    kind: z.literal('TABLE'),
    ...origin,
    caption: z.string().nullable(),
    rows: z.array(z.array(cell).readonly()).readonly(),
  }),
  z.object({ kind: z.literal('FIGURE'), ...origin, caption: z.string().nullable(), ...rich }),
  z.object({ kind: z.literal('MATH'), ...origin, text: z.string() }),
  z.object({ kind: z.literal('NOTE'), ...origin, label: z.string(), ...rich }),
  z.object({ kind: z.literal('PAGE_BREAK'), ...origin, label: z.string() }),
]);
