import type { CreditEntryKind } from '../../../lib/graph/generated/graphql.ts';

/** What people look for in their history. */
export const HISTORY_FILTERS = ['all', 'jobs', 'received', 'lost'] as const;

export type HistoryFilter = (typeof HISTORY_FILTERS)[number];

/** The words for each filter. */
export const FILTER_WORDS = {
  all: 'filtersAll',
  jobs: 'filtersJobs',
  received: 'filtersReceived',
  lost: 'filtersLost',
} as const;

const KINDS: Readonly<Record<HistoryFilter, CreditEntryKind[] | null>> = {
  all: null,
  jobs: ['HOLD', 'SETTLE', 'RELEASE', 'REFUND'],
  received: ['GRANT', 'PURCHASE', 'REFUND', 'ADJUST'],
  lost: ['EXPIRE', 'REVOKE'],
};

export function kindsOf(filter: HistoryFilter): CreditEntryKind[] | null {
  return KINDS[filter];
}

interface Line {
  readonly createdAt: string;
  readonly kind: string;
  readonly amount: number;
  readonly credits: number;
  readonly balanceAfter: number;
  readonly note?: string | null;
}

/** A history as a table for spreadsheets (RFC 4180). What could begin a formula is made plain text. */
export function toCsv(entries: readonly Line[]): string {
  const head = ['time', 'kind', 'credits', 'change', 'balance', 'note'];
  const rows = entries.map((entry) => [
    entry.createdAt,
    entry.kind,
    String(entry.credits),
    String(entry.amount),
    String(entry.balanceAfter),
    plainText(entry.note ?? ''),
  ]);
  return [head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n');
}

const plainText = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
