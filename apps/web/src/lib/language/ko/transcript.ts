import type { transcript as english } from '../en/transcript.ts';
import type { Translation } from '../translation.ts';

export const transcript: Translation<typeof english> = {
  failed: '받아쓴 글을 불러오지 못했어요.',
  gone: '받아쓴 글이 여기에 없어요',
  recordingGone: '녹음은 지워졌어요. 받아쓴 글은 남아 있어요.',
  written: '받아쓴 말',
  downloadAs: '{format} 내려받기',
  deleteWords: '글이 지워져요. 녹음은 내 파일에 남아요.',
};
