/** The last that a process tells. */
export const END = 'end';
