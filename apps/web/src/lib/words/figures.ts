/**
 * A whole number as both of our languages write it: "12,345". By hand, because the first number format that a page makes takes a phone
 * as long as a third of what it draws first.
 */
export const inFigures = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
