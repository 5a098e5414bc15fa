/** Lines that are shown while they are heard. */
export interface Caption {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

const digits = (count: number, width = 2): string => String(Math.floor(count)).padStart(width, '0');

/** `01:02:03.456`; SubRip has a comma before the thousandths. */
function moment(ms: number, mark: '.' | ','): string {
  const whole = Math.round(ms);
  const clock = [whole / HOUR_MS, (whole % HOUR_MS) / MINUTE_MS, (whole % MINUTE_MS) / SECOND_MS];
  return `${clock.map((count) => digits(count)).join(':')}${mark}${digits(whole % SECOND_MS, 3)}`;
}

/** Every caption is shown for a moment at least: players leave out those that end as they begin. */
const span = ({ startMs, endMs }: Caption, mark: '.' | ','): string =>
  `${moment(startMs, mark)} --> ${moment(Math.max(endMs, startMs + 1), mark)}`;

/** An empty line would end the caption, an arrow begin another. */
const plain = ({ text }: Caption): string =>
  text
    .trim()
    .replaceAll(/\s*[\n\r]\s*/gu, '\n')
    .replaceAll('-->', '→');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A WebVTT file. */
export const writeVtt = (captions: readonly Caption[]): string =>
  `WEBVTT\n\n${captions.map((one) => `${span(one, '.')}\n${escaped(plain(one))}\n`).join('\n')}`;

/** A SubRip file. */
export const writeSrt = (captions: readonly Caption[]): string =>
  captions.map((one, at) => `${at + 1}\n${span(one, ',')}\n${plain(one)}\n`).join('\n');
