import type { Transcriber, Voice } from '@modu/engine-speech';
import type { Pool } from 'pg';
import { z } from 'zod';

/** What a worker has besides what comes with the product. */
export interface Offer {
  readonly voices: readonly Voice[];
  readonly transcribers: readonly Transcriber[];
}

/** What the workers that live now have. */
export interface OfferStore {
  /** Told again and again by a worker. */
  tell(workerId: string, offer: Offer): Promise<void>;
  withdraw(workerId: string): Promise<void>;
  /** Of all workers that told lately, each thing once. */
  current(): Promise<Offer>;
}

/** A worker tells three times within this; one that died is forgotten soon. */
const FRESH_SECONDS = 60;

const voice = z.object({
  ...{ id: z.string(), language: z.string().nullable(), name: z.string(), licence: z.string() },
  engine: z.enum(['ESPEAK_NG', 'FLITE', 'ONNX', 'API']),
  ...{ hasPitch: z.boolean(), tellsWords: z.boolean() },
});
const transcriber = z.object({
  ...{ id: z.string(), name: z.string(), licence: z.string(), languages: z.array(z.string()).nullable() },
  engine: z.enum(['POCKETSPHINX', 'WHISPER', 'API']),
});
const offerRow = z.object({ voices: z.array(z.unknown()), transcribers: z.array(z.unknown()) });

/** A worker of the next version may have an engine that this one knows nothing of: that one thing is left out, not all things. */
const understood = <Thing>(schema: z.ZodType<Thing>, told: readonly unknown[]): Thing[] =>
  told.flatMap((thing) => {
    const parsed = schema.safeParse(thing);
    return parsed.success ? [parsed.data] : [];
  });

const once = <Thing extends { readonly id: string }>(things: readonly Thing[]): Thing[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];

export function createOfferStore(pool: Pool): OfferStore {
  return {
    tell: async (workerId, { voices, transcribers }) => {
      await pool.query(
        `INSERT INTO engine_offer (worker_id, voices, transcribers) VALUES ($1, $2, $3)
         ON CONFLICT (worker_id) DO UPDATE SET voices = $2, transcribers = $3, seen_at = now()`,
        [workerId, JSON.stringify(voices), JSON.stringify(transcribers)],
      );
      await pool.query(`DELETE FROM engine_offer WHERE seen_at < now() - interval '1 hour'`);
    },
    withdraw: async (workerId) => void (await pool.query('DELETE FROM engine_offer WHERE worker_id = $1', [workerId])),
    current: async () => {
      const sql = `SELECT voices, transcribers FROM engine_offer
        WHERE seen_at > now() - make_interval(secs => $1) ORDER BY worker_id`;
      const offers = (await pool.query(sql, [FRESH_SECONDS])).rows.map((one) => offerRow.parse(one));
      return {
        voices: once(offers.flatMap(({ voices }) => understood(voice, voices))),
        transcribers: once(offers.flatMap(({ transcribers }) => understood(transcriber, transcribers))),
      };
    },
  };
}
