export const ends = {
  done: 'Done: {caption}',
  doneMany: '{count, plural, one {{count} job is done} other {{count} jobs are done}}',
  failed: 'Failed: {caption}. {reason}',
  failedMany: '{count, plural, one {{count} job failed} other {{count} jobs failed}}',
  show: 'Show',
};
