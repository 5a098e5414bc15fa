import type { Translation } from '../translation.ts';
import type { gallery as english } from '../en/gallery.ts';

export const gallery: Translation<typeof english> = {
  title: '갤러리',
  count_other: '그림 {{formatted}}점',
  loading: '그림을 불러오고 있어요',
  emptyTitle: '그린 그림이 여기에 걸려요',
  emptyAction: '첫 그림 만들기',
  failed: '그림을 불러오지 못했어요.',
  untitled: '글이 없는 그림',
  back: '갤러리로 돌아가기',
  details: '이 그림의 설정',
  prompt: '프롬프트',
  negativePrompt: '뺀 것',
  model: '모델',
  size: '크기',
  sizeValue: '{{width}} × {{height}}',
  seed: '시드',
  steps: '단계',
  made: '만든 때',
  file: '파일',
  copySeed: '시드 복사',
  copied: '시드를 복사했어요',
  reuse: '이 설정으로 만들기',
  download: '원본 내려받기',
  gone: '그림이 여기 없어요',
  goneWords: '지워졌거나 다른 분의 그림일 수 있어요.',
};
