/** Writes an amount of whole credits with the digits of the viewer's language: "1,204". */
export function formatCredits(amount: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(amount);
}
