import type { MessageCatalog } from '@modu/errors';

export const messages: MessageCatalog = {
  'upload.filename': {
    en: 'Give the file a name of 1 to 255 characters, without slashes or hidden characters.',
    ko: '파일 이름은 1~255자로, 슬래시나 보이지 않는 문자 없이 적어 주세요.',
  },
  'upload.contentType': {
    en: 'The file type must look like image/png.',
    ko: '파일 형식은 image/png 같은 모양이어야 해요.',
  },
  'upload.size': {
    en: 'The file is empty or its size is not a whole number of bytes. Choose another file.',
    ko: '파일이 비어 있거나 크기가 올바르지 않아요. 다른 파일을 골라 주세요.',
  },
  'upload.tooLarge': {
    en: 'Files of up to {maxMegabytes} MB can be uploaded. Choose a smaller one.',
    ko: '{maxMegabytes}MB 이하의 파일만 올릴 수 있어요. 더 작은 파일을 골라 주세요.',
  },
  'upload.sha256': {
    en: 'The SHA-256 must be 64 lower-case hexadecimal digits.',
    ko: 'SHA-256 값은 소문자 16진수 64자리여야 해요.',
  },
  'upload.idempotencyKey': {
    en: 'The idempotency key must have 1 to 200 characters, in one line and without characters that can’t be seen.',
    ko: '멱등 키는 보이지 않는 글자 없이 한 줄, 1~200자여야 해요.',
  },
  'upload.imageId': {
    en: 'Say which picture the file belongs to.',
    ko: '어떤 그림의 파일인지 알려 주세요.',
  },
  'upload.imageIdUnexpected': {
    en: 'Only files of a picture can name one.',
    ko: '그림에 속한 파일만 그림을 지정할 수 있어요.',
  },
  'upload.purpose': {
    en: 'Only the studio itself stores the files of pictures.',
    ko: '그림의 파일은 스튜디오만 저장할 수 있어요.',
  },
  'upload.keyUsed': {
    en: 'This key was already used for another file. Use a new one.',
    ko: '이미 다른 파일에 쓴 키예요. 새 키를 써 주세요.',
  },
  'upload.quota': {
    en: 'Your storage is full: {freeMegabytes} MB are free. Delete some files or choose a larger plan.',
    ko: '저장 공간이 부족해요. {freeMegabytes}MB 남았어요. 파일을 지우거나 더 큰 요금제를 골라 주세요.',
  },
  'upload.tooManyOpen': {
    en: 'You have too many unfinished uploads. Finish or cancel some first.',
    ko: '끝나지 않은 업로드가 너무 많아요. 먼저 끝내거나 취소해 주세요.',
  },
  'upload.busy': {
    en: 'The remains of the last try are being cleared away. Try again in a moment.',
    ko: '지난번에 올리던 파일을 정리하고 있어요. 잠시 뒤에 다시 시도해 주세요.',
  },
  'upload.unknown': {
    en: 'We could not find this upload. Start it again.',
    ko: '이 업로드를 찾을 수 없어요. 다시 시작해 주세요.',
  },
  'upload.aborted': {
    en: 'This upload was canceled. Start it again.',
    ko: '취소된 업로드예요. 다시 시작해 주세요.',
  },
  'upload.finished': {
    en: 'This upload has already finished.',
    ko: '이미 끝난 업로드예요.',
  },
  'upload.expired': {
    en: 'This upload took too long and has expired. Start it again.',
    ko: '업로드가 너무 오래 걸려 만료되었어요. 다시 시작해 주세요.',
  },
  'upload.missing': {
    en: 'The file has not arrived yet. Upload it, then finish.',
    ko: '파일이 아직 도착하지 않았어요. 올린 뒤에 마쳐 주세요.',
  },
  'upload.partsUnexpected': {
    en: 'This file was uploaded in one piece: leave the parts out.',
    ko: '한 번에 올린 파일이에요. 조각 목록을 빼 주세요.',
  },
  'upload.notInParts': {
    en: 'This file is put in one piece, to the address of its ticket.',
    ko: '한 번에 올리는 파일이에요. 안내된 주소로 올려 주세요.',
  },
  'upload.part': {
    en: 'A part is named by its number, 1 to {count}, and its SHA-256.',
    ko: '조각은 1~{count}의 번호와 SHA-256 값으로 알려 주세요.',
  },
  'upload.partsMissing': {
    en: '{missing} parts of the file have not arrived yet. Upload them, then finish.',
    ko: '파일 조각 {missing}개가 아직 도착하지 않았어요. 올린 뒤에 마쳐 주세요.',
  },
  'upload.partsDiffer': {
    en: 'The parts that arrived are not the ones you report. Upload them again.',
    ko: '도착한 조각이 알려 준 것과 달라요. 다시 올려 주세요.',
  },
  'upload.wrongLength': {
    en: 'The file that arrived has another size than announced. Upload it again.',
    ko: '도착한 파일의 크기가 알려 준 것과 달라요. 다시 올려 주세요.',
  },
  'upload.wrongHash': {
    en: 'The file was changed on its way. Upload it again.',
    ko: '파일이 전송 중에 바뀌었어요. 다시 올려 주세요.',
  },
  'upload.wrongType': {
    en: 'The file arrived as another type than announced. Upload it again.',
    ko: '파일이 알려 준 것과 다른 형식으로 도착했어요. 다시 올려 주세요.',
  },
  'upload.wrongContent': {
    en: 'The content of the file is not of the type it claims to be.',
    ko: '파일의 내용이 표시된 형식과 달라요.',
  },
  'upload.encrypted': {
    en: 'This document is locked with a password, so it can’t be looked into. Take the password off and upload it again.',
    ko: '암호로 잠긴 문서라 안을 확인할 수 없어요. 암호를 없앤 뒤 다시 올려 주세요.',
  },
  'upload.unreadable': {
    en: 'The file is damaged: it could not be opened. Save it again and upload it anew.',
    ko: '파일이 손상되어 열 수 없어요. 다시 저장한 뒤 올려 주세요.',
  },
  'upload.tooManyPixels': {
    en: 'Pictures of up to {maxMegapixels} megapixels can be uploaded. Make it smaller first.',
    ko: '{maxMegapixels}메가픽셀 이하의 그림만 올릴 수 있어요. 먼저 크기를 줄여 주세요.',
  },
  'upload.pictureTooLarge': {
    en: 'Pictures of up to {maxMegabytes} MB can be uploaded. Save it smaller, or as a compressed file.',
    ko: '그림은 {maxMegabytes}MB까지 올릴 수 있어요. 더 작게 저장하거나 압축해 주세요.',
  },
  'upload.scripted': {
    en: 'This drawing contains a script or loads things from elsewhere. Export it as a plain SVG.',
    ko: '스크립트가 들어 있거나 밖의 것을 불러오는 그림이에요. 일반 SVG로 내보내 주세요.',
  },
  'upload.twoFormats': {
    en: 'A second file is hidden in this one. Save it again in one format.',
    ko: '다른 파일이 숨어 있어요. 한 가지 형식으로 다시 저장해 주세요.',
  },
  'upload.unsafePaths': {
    en: 'This archive would write outside its own folder. Pack it again.',
    ko: '자기 폴더 밖에 파일을 쓰려는 압축 파일이에요. 다시 압축해 주세요.',
  },
  'upload.bomb': {
    en: 'This file unpacks to far more than it may. Pack less into it.',
    ko: '풀면 허용된 크기보다 훨씬 커지는 파일이에요. 내용을 줄여 주세요.',
  },
  'upload.foreignArchive': {
    en: 'Archives of this kind can’t be looked into, so they are not stored. Pack the files as a zip.',
    ko: '안을 확인할 수 없는 압축 형식이라 저장하지 않아요. ZIP으로 압축해 올려 주세요.',
  },
  'upload.infected': {
    en: 'The virus scanner found something in this file, so it was not stored.',
    ko: '바이러스 검사에서 문제가 발견되어 저장하지 않았어요.',
  },
  'upload.unchecked': {
    en: 'This file could not be checked, so it was not stored. Try again later or with a smaller file.',
    ko: '파일을 검사하지 못해 저장하지 않았어요. 나중에 다시 하거나 더 작은 파일로 해 주세요.',
  },
  'asset.unchecked': {
    en: 'This file is still being checked. Its link will be there in a moment.',
    ko: '아직 검사하고 있는 파일이에요. 조금 뒤에 링크를 받을 수 있어요.',
  },
  'asset.unknown': {
    en: 'We could not find this file.',
    ko: '파일을 찾을 수 없어요.',
  },
  'asset.linkLifetime': {
    en: 'A link can live for {min} to {max} seconds.',
    ko: '링크는 {min}초에서 {max}초까지 쓸 수 있어요.',
  },
  'page.size': {
    en: 'Ask for 1 to {max} at a time.',
    ko: '한 번에 1~{max}개까지 볼 수 있어요.',
  },
  'page.cursor': {
    en: 'This place in the list is not known. Start from the beginning.',
    ko: '목록에서 알 수 없는 위치예요. 처음부터 다시 봐 주세요.',
  },
  'asset.unfinished': {
    en: 'This file is still being uploaded. Cancel the upload instead.',
    ko: '아직 올리고 있는 파일이에요. 업로드를 취소해 주세요.',
  },
};
