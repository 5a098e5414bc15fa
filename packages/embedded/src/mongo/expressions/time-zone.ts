import { MongoError } from '../mongo-error.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    // There are some 600 zones; a client that makes names up is refused above and never stored.
    formats.set(zone, format);
    return format;
  } catch {
    throw new MongoError('BadValue', `unrecognized time zone identifier: "${zone}"`);
  }
}

function offsetOfText(text: string): number | undefined {
  const parts = /^(?:GMT|UTC)?([-+])(\d\d):?(\d\d)?(?::(\d\d))?$/.exec(text);
  if (!parts) return /^(?:GMT|UTC|Z)$/.test(text) ? 0 : undefined;
  const seconds = Number(parts[2]) * 3600 + Number(parts[3] ?? 0) * 60 + Number(parts[4] ?? 0);
  return (parts[1] === '-' ? -seconds : seconds) * 1000;
}

/** How far the zone's clock is ahead of UTC at that moment, in milliseconds. The zone is an IANA name or `+09:00`. */
export function zoneOffsetMs(zone: string, at: Date): number {
  const fixed = offsetOfText(zone);
  if (fixed !== undefined) return fixed;
  const name =
    formatFor(zone)
      .formatToParts(at)
      .find((part) => part.type === 'timeZoneName')?.value ?? '';
  return offsetOfText(name) ?? 0;
}

/** A date whose UTC fields show what the zone's clock shows. */
export function toWallClock(at: Date, zone: string): Date {
  return new Date(at.getTime() + zoneOffsetMs(zone, at));
}

/** The moment at which the zone's clock shows these UTC fields. */
export function fromWallClock(wall: Date, zone: string): Date {
  const guess = new Date(wall.getTime() - zoneOffsetMs(zone, wall));
  return new Date(wall.getTime() - zoneOffsetMs(zone, guess));
}
