import { createId } from '@modu/ids';
import type { Logger } from '@modu/logger';
import type { Offer, OfferStore } from '../store/offer-store.ts';

const EVERY_MS = 20_000;

/** Tells what this worker has, now and then again, and takes it back in the end. */
export async function tellOffer(
  offers: OfferStore,
  { offer, logger }: { readonly offer: Offer; readonly logger: Logger },
): Promise<{ stop(): Promise<void> }> {
  const workerId = createId();
  await offers.tell(workerId, offer);
  let telling = Promise.resolve();
  const timer = setInterval(() => {
    telling = offers
      .tell(workerId, offer)
      .catch((error: unknown) => logger.warn({ err: error }, 'what this worker has could not be told'));
  }, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await telling;
      await offers.withdraw(workerId).catch((error: unknown) => logger.debug({ err: error }, 'an offer stays a while'));
    },
  };
}
