/** How every command of the palette wears its icon. */
export const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
