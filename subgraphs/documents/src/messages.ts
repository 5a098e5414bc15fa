import type { MessageCatalog } from '@modu/errors';
import { startMessages } from '@modu/paid-work';
import { pageMessages } from '@modu/subgraph';

/** The sentences of this domain's refusals. */
export const messages: MessageCatalog = {
  ...pageMessages,
  ...startMessages,
  'source.unknown': {
    en: 'The file to read does not exist, or it is not yours.',
    ko: '읽을 파일이 없거나 내 파일이 아니에요.',
  },
  'source.empty': { en: 'This file is empty.', ko: '빈 파일이에요.' },
  'source.tooLarge': {
    en: 'Documents may have 200 MB. Divide this one and try again.',
    ko: '문서는 200MB까지 읽을 수 있어요. 나누어서 다시 올려 주세요.',
  },
  'source.old': {
    en: 'This is an old kind of Word or Hangul file. Save it as DOCX, HWPX or PDF and upload it again.',
    ko: '예전 형식의 워드나 한글 파일이에요. DOCX, HWPX, PDF로 저장해서 다시 올려 주세요.',
  },
  'source.heic': {
    en: 'This is a HEIC photograph, which can’t be read here. Export or share it as JPEG or PNG and upload it again.',
    ko: 'HEIC 사진은 읽을 수 없어요. JPEG나 PNG로 내보내거나 공유해서 다시 올려 주세요.',
  },
  'source.unreadable': {
    en: 'This kind of file can’t be read. Use PDF, DOCX, HWPX, EPUB, HTML, Markdown, text, PNG, JPEG, WebP or TIFF.',
    ko: '읽을 수 없는 형식이에요. PDF, DOCX, HWPX, EPUB, HTML, 마크다운, 텍스트, PNG, JPEG, WebP, TIFF 파일을 써 주세요.',
  },
  'source.damaged': {
    en: 'This file was cut short. Upload it again, whole.',
    ko: '파일이 잘려 있어요. 온전한 파일을 다시 올려 주세요.',
  },
  'language.unknown': {
    en: 'This is no language. Write it as “ko” or “en-US”.',
    ko: '없는 언어예요. “ko”나 “en-US”처럼 적어 주세요.',
  },
  'language.letters': {
    en: 'Letters in pictures are recognised in Korean and English only.',
    ko: '그림 속 글자는 한국어와 영어만 알아볼 수 있어요.',
  },
  'document.unknown': {
    en: 'This document does not exist, or it is not yours.',
    ko: '문서가 없거나 내 문서가 아니에요.',
  },
  'document.nothingToRecognise': {
    en: 'Every page of this document was read already.',
    ko: '이 문서는 모든 쪽을 이미 읽었어요.',
  },
  'correction.conflict': {
    en: 'This was changed somewhere else meanwhile. Look at it again before you correct it.',
    ko: '그사이 다른 곳에서 바뀌었어요. 다시 확인하고 고쳐 주세요.',
  },
  'correction.none': { en: 'There is nothing to take back.', ko: '되돌릴 고침이 없어요.' },
  'correction.place': {
    en: 'Name a block of the same document to put it behind.',
    ko: '같은 문서의 블록을 골라 그 뒤로 옮겨 주세요.',
  },
  'correction.path': {
    en: 'This block has no such item or cell.',
    ko: '이 블록에는 그런 항목이나 칸이 없어요.',
  },
  'correction.level': { en: 'A heading has level 1 to {max}.', ko: '제목 단계는 1부터 {max}까지예요.' },
  'correction.empty': {
    en: 'A block can’t be empty. Leave it out instead.',
    ko: '빈 블록은 둘 수 없어요. 대신 빼 주세요.',
  },
  'correction.long': { en: 'At most {max} characters fit here.', ko: '여기에는 {max}자까지 적을 수 있어요.' },
  'correction.whole': {
    en: 'A block holds at most {max} characters in all its parts.',
    ko: '한 블록에는 모두 합쳐 {max}자까지 담을 수 있어요.',
  },
  'text.characters': {
    en: 'The text has characters that can’t be printed.',
    ko: '글에 인쇄할 수 없는 문자가 있어요.',
  },
  'find.empty': {
    en: 'Say what to look for, in 1 to {max} characters.',
    ko: '찾을 말을 1자부터 {max}자까지 적어 주세요.',
  },
  'braille.code': {
    en: 'There is no braille for this here. Choose another code.',
    ko: '여기에서는 만들 수 없는 점자예요. 다른 점자 규정을 골라 주세요.',
  },
  'braille.grade': {
    en: 'This code has no such grade. Choose another code.',
    ko: '이 점자 규정에는 없는 등급이에요. 다른 규정을 골라 주세요.',
  },
  'braille.cells': { en: 'A line has {min} to {max} cells.', ko: '한 줄은 {min}칸부터 {max}칸까지예요.' },
  'braille.lines': { en: 'A page has {min} to {max} lines.', ko: '한 쪽은 {min}줄부터 {max}줄까지예요.' },
  'braille.volume': { en: 'A volume has {min} to {max} pages.', ko: '한 권은 {min}쪽부터 {max}쪽까지예요.' },
  'transcript.unknown': {
    en: 'This transcript does not exist, or it is not yours.',
    ko: '받아쓴 글이 없거나 내 글이 아니에요.',
  },
  'transcriber.none': {
    en: 'Nothing here can write speech down. Whoever runs the studio can change that: {command}',
    ko: '여기에는 말을 받아쓸 수 있는 엔진이 없어요. 스튜디오 운영자가 다음 명령으로 설치할 수 있어요: {command}',
  },
  'transcriber.unknown': {
    en: 'This can’t be had here. Choose another transcriber.',
    ko: '여기에서는 쓸 수 없어요. 다른 받아쓰기 엔진을 골라 주세요.',
  },
  'transcriber.language': {
    en: 'Nothing here knows this language. Choose another one. Whoever runs the studio can add it: {command}',
    ko: '이 언어를 알아듣는 엔진이 없어요. 다른 언어를 골라 주세요. 스튜디오 운영자가 더할 수 있어요: {command}',
  },
  'recording.tooLarge': {
    en: 'Recordings may have 500 MB. Divide this one, or save it as MP3.',
    ko: '녹음은 500MB까지예요. 나누거나 MP3로 저장해 주세요.',
  },
  'recording.tooLong': {
    en: 'Recordings may take {max} hours. Divide this one.',
    ko: '녹음은 {max}시간까지예요. 나누어서 올려 주세요.',
  },
  'recording.unknown': {
    en: 'This is no recording that can be heard. Use MP3, WAV, M4A, Ogg, FLAC or WebM.',
    ko: '들을 수 없는 형식이에요. MP3, WAV, M4A, Ogg, FLAC, WebM 파일을 써 주세요.',
  },
  'clip.unknown': { en: 'This clip does not exist, or it is not yours.', ko: '음성이 없거나 내 음성이 아니에요.' },
  'speech.either': {
    en: 'Give a text or a document, one of both.',
    ko: '글과 문서 가운데 하나만 골라 주세요.',
  },
  'speech.empty': { en: 'There are no words to say here.', ko: '읽어 줄 말이 없어요.' },
  'speech.text': {
    en: 'A text may have {max} characters. Upload a longer one as a document.',
    ko: '글은 {max}자까지예요. 더 길면 문서로 올려 주세요.',
  },
  'speech.rate': { en: 'Speech may be {min} to {max} times as fast.', ko: '빠르기는 {min}배부터 {max}배까지예요.' },
  'speech.pitch': { en: 'A voice may be {min} to {max} times as high.', ko: '높낮이는 {min}배부터 {max}배까지예요.' },
  'speech.noPitch': {
    en: 'This voice keeps its own pitch. Leave it at 1 or choose another voice.',
    ko: '높낮이를 바꿀 수 없는 목소리예요. 1로 두거나 다른 목소리를 골라 주세요.',
  },
  'speech.format': { en: 'Choose MP3, OPUS or WAV.', ko: 'MP3, OPUS, WAV 가운데 골라 주세요.' },
  'speech.title': { en: 'A title may have {max} characters.', ko: '제목은 {max}자까지예요.' },
  'speech.voice': {
    en: 'This voice can’t be had here. Choose another one.',
    ko: '여기에 없는 목소리예요. 다른 목소리를 골라 주세요.',
  },
  'speech.noVoice': {
    en: 'Nobody here speaks this language. Choose a voice yourself.',
    ko: '이 언어를 말하는 목소리가 없어요. 목소리를 직접 골라 주세요.',
  },
  'speech.voiceLanguage': {
    en: 'This voice does not speak that language. Choose another one.',
    ko: '이 언어를 말하지 못하는 목소리예요. 다른 목소리를 골라 주세요.',
  },
  'braille.head': { en: 'A running head has at most {max} characters.', ko: '머리글은 {max}자까지 적을 수 있어요.' },
};
