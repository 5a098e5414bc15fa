import type { Voice } from '../contract.ts';

const flite = (own: string, name: string, language: string): Voice => ({
  ...{ id: `flite:${own}`, language, name, engine: 'FLITE' },
  ...{ licence: 'BSD-4-Clause', hasPitch: own.startsWith('kal'), tellsWords: false },
});

/** The voices of flite but `awb_time`, which only tells the time. Those from recordings keep their own pitch. */
export const FLITE_VOICES: readonly Voice[] = [
  flite('slt', 'SLT (US)', 'en-US'),
  flite('rms', 'RMS (US)', 'en-US'),
  flite('awb', 'AWB (Scotland)', 'en-GB'),
  flite('kal16', 'KAL 16 kHz (US)', 'en-US'),
  flite('kal', 'KAL 8 kHz (US)', 'en-US'),
];
