import type { PlaceId } from '../places.ts';

/** Other words that each place is found by, in both languages. Here and not with the place: only the palette needs them. */
export const PLACE_WORDS: Readonly<Record<PlaceId, string>> = {
  create: 'new picture generate prompt 그림 새로 생성',
  gallery: 'pictures images 그림 사진 앨범',
  documents: 'braille read pdf docx hwpx epub 점자 문서 읽기 점역',
  speech: 'voice speak read aloud transcribe captions 음성 목소리 읽어 주기 받아쓰기 자막',
  files: 'uploads downloads storage 업로드 자료 저장',
  overview: 'dashboard statistics activity 대시보드 통계 활동 현황',
};
