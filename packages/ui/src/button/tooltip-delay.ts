/** So long a tooltip stays when the pointer leaves what it is about: long enough to be reached, and read there (WCAG 1.4.13). */
export const TOOLTIP_CLOSE_MS = 300;
