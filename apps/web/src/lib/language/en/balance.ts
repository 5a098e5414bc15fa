export const balance = {
  credits: '{count, plural, one {{formatted} credit} other {{formatted} credits}}',
  available: 'Credits',
  held: '{formatted} set aside for running jobs',
} as const;
