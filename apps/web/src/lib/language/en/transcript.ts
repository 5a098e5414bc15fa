export const transcript = {
  failed: 'The transcript could not be loaded.',
  gone: 'This transcript is not here',
  recordingGone: 'The recording was deleted. What was said in it is still here.',
  written: 'What was said',
  downloadAs: 'Download {format}',
  deleteWords: 'The text is deleted. The recording stays among your files.',
} as const;
