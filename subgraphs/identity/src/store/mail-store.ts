import { createId } from '@modu/ids';
import type { Letter } from '../mail/letter.ts';
import type { Mail as MailRow, PrismaClient } from './generated/client.ts';

/** A letter that waits. */
export interface WaitingLetter {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

export interface MailStore {
  add(letter: Letter): Promise<void>;
  /** Takes letters that are due; nobody else gets them until the lease is over. Letters older than a day are left. */
  claim(options: {
    readonly limit: number;
    readonly leaseMs: number;
    readonly attemptsMax: number;
  }): Promise<WaitingLetter[]>;
  /** Tries again later. */
  postpone(id: string, dueAt: Date): Promise<void>;
  delete(id: string): Promise<void>;
  /** How long the oldest that may still be sent has waited; 0 when none does. */
  oldestWaitMs(): Promise<number>;
  /** The latest letters, for the page that shows them where no mail is sent. */
  listLatest(limit: number): Promise<WaitingLetter[]>;
}

/** Letters older than that are left. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

export function createMailStore(prisma: PrismaClient): MailStore {
  return {
    add: async (letter) => void (await prisma.mail.create({ data: toMailRow(letter) })),
    claim: async ({ limit, leaseMs, attemptsMax }) => {
      const rows = await prisma.$queryRaw<RawRow[]>`
        UPDATE mail SET attempts = attempts + 1, due_at = now() + ${leaseMs} * interval '1 millisecond'
        WHERE id IN (
          SELECT id FROM mail
          WHERE due_at <= now() AND attempts < ${attemptsMax} AND created_at > now() - interval '1 day'
          ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
        )
        RETURNING id, kind, recipient, subject, text, html, attempts, created_at AS "createdAt"`;
      return rows.map(toLetter);
    },
    postpone: async (id, dueAt) => void (await prisma.mail.updateMany({ where: { id }, data: { dueAt } })),
    delete: async (id) => void (await prisma.mail.deleteMany({ where: { id } })),
    oldestWaitMs: async () => {
      const since = new Date(Date.now() - KEPT_MS);
      const { _min } = await prisma.mail.aggregate({ _min: { createdAt: true }, where: { createdAt: { gt: since } } });
      return _min.createdAt ? Math.max(0, Date.now() - _min.createdAt.getTime()) : 0;
    },
    listLatest: async (limit) => {
      const rows = await prisma.mail.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit });
      return rows.map(toLetter);
    },
  };
}

/** A letter as it is kept, due at once. */
export function toMailRow({ kind, to, subject, text, html }: Letter) {
  return { id: createId(), kind, recipient: to, subject, text, html, dueAt: new Date() };
}

type RawRow = Omit<MailRow, 'dueAt'>;

function toLetter({ recipient, id, kind, subject, text, html, attempts, createdAt }: RawRow): WaitingLetter {
  return { id, kind, to: recipient, subject, text, html, attempts, createdAt };
}
