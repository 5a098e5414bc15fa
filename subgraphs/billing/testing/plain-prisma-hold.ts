import { createId } from '@modu/ids';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../src/store/generated/client.ts';

export interface PlainHolds {
  hold(request: { readonly userId: string; readonly jobId: string; readonly amount: number }): Promise<void>;
  close(): Promise<void>;
}

const CONNECTIONS = 10;
const PATIENCE_MS = 60_000;

/**
 * The same hold as anybody would first write it: one Prisma interactive transaction per request, with the row lock, the
 * grants in their order, the hold, the transfer and its two entries. What the ledger is measured against.
 */
export function openPlainHolds(url: string): PlainHolds {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: CONNECTIONS }),
    transactionOptions: { maxWait: PATIENCE_MS, timeout: PATIENCE_MS },
  });
  return {
    hold: ({ userId, jobId, amount }) =>
      prisma.$transaction(async (tx) => {
        const [account] = await tx.$queryRaw<{ available: number; held: number }[]>`
          SELECT available, held FROM credit_account WHERE user_id = ${userId} FOR UPDATE`;
        if (!account || account.available < amount) throw new Error('There are too few credits for this measurement.');
        if (await tx.hold.findUnique({ where: { jobId } })) return;
        const grants = await tx.creditGrant.findMany({
          where: { userId, remaining: { gt: 0 } },
          orderBy: [{ expiresAt: { sort: 'asc', nulls: 'last' } }, { source: 'asc' }, { createdAt: 'asc' }],
        });
        const parts: { grant: string; amount: number }[] = [];
        let missing = amount;
        for (const { key, remaining } of grants) {
          const taken = Math.min(missing, remaining);
          if (taken === 0) break;
          await tx.creditGrant.update({ where: { key }, data: { remaining: { decrement: taken } } });
          parts.push({ grant: key, amount: taken });
          missing -= taken;
        }
        await tx.creditAccount.update({
          where: { userId },
          data: { available: { decrement: amount }, held: { increment: amount } },
        });
        await tx.hold.create({ data: { jobId, userId, amount, expiresAt: new Date(Date.now() + 60_000), parts } });
        const id = createId();
        const change = { availableChange: -amount, availableAfter: account.available - amount };
        await tx.transfer.create({
          data: { id, userId, kind: 'HOLD', amount, ...change, jobId, createdAt: new Date() },
        });
        await tx.entry.createMany({
          data: [
            { transferId: id, account: 'AVAILABLE', amount: -amount },
            { transferId: id, account: 'HELD', amount },
          ],
        });
      }),
    close: () => prisma.$disconnect(),
  };
}
