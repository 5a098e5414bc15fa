/** 0001-01-01 and the end of 9999: what every part of the system can write down. */
const FIRST_MS = -62_135_596_800_000;
const LAST_MS = 253_402_300_799_999;

/** Whether a moment from outside, in milliseconds, is one that can be kept and compared. */
export const isMoment = (ms: number): boolean => Number.isInteger(ms) && ms >= FIRST_MS && ms <= LAST_MS;
