/** The most characters of a board's name. */
export const BOARD_NAME_MAX = 100;
