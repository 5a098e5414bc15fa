import type { MessageCatalog } from '@modu/errors';
import { dayMessages } from '@modu/subgraph';

/** What billing says when it says no, by the refusal's reason. */
export const messages = {
  ...dayMessages,
  'hold.insufficient': {
    en: 'This needs {needed} credits and you have {available}. Choose something smaller or get more credits.',
    ko: '{needed} 크레딧이 필요한데 {available} 크레딧이 남았어요. 더 작은 작업을 고르거나 크레딧을 충전해 주세요.',
  },
  'hold.otherContent': {
    en: 'Credits are already held for this job with another amount or person.',
    ko: '이 작업에는 이미 다른 금액이나 다른 사람으로 크레딧이 잡혀 있어요.',
  },
  'hold.notFound': {
    en: 'No credits were ever held for this job.',
    ko: '이 작업에 잡아 둔 크레딧이 없어요.',
  },
  'settle.aboveHold': {
    en: 'Only {held} credits are held for this job; no more than that can be charged.',
    ko: '이 작업에는 {held} 크레딧만 잡혀 있어서 그보다 많이 쓸 수 없어요.',
  },
  'settle.otherAmount': {
    en: 'This job was already charged with another amount.',
    ko: '이 작업은 이미 다른 금액으로 결제되었어요.',
  },
  'settle.givenBack': {
    en: 'The credits of this job were given back; it is not charged any more.',
    ko: '이 작업의 크레딧은 이미 돌려드려서 더는 결제되지 않아요.',
  },
  'grant.otherContent': {
    en: 'This grant was already made with another amount or person.',
    ko: '이미 다른 금액이나 다른 사람에게 지급한 크레딧이에요.',
  },
  'grant.notFound': {
    en: 'There is no such grant.',
    ko: '지급한 적이 없는 크레딧이에요.',
  },
  'refund.aboveCharge': {
    en: 'Only {charged} credits were charged for this job; no more than that can be given back.',
    ko: '이 작업에는 {charged} 크레딧만 쓰였어서 그보다 많이 돌려줄 수 없어요.',
  },
  'adjust.note': {
    en: 'Say why the balance is corrected; the person reads it in their history.',
    ko: '잔액을 고치는 이유를 적어 주세요. 본인의 내역에 보여요.',
  },
  'amount.range': {
    en: 'The amount must be a whole number from 1 to {max} credits.',
    ko: '1부터 {max}까지의 정수 크레딧만 쓸 수 있어요.',
  },
  'expiry.range': {
    en: 'The expiry must be from 1 to {max} seconds from now.',
    ko: '만료 시간은 지금부터 1초에서 {max}초 사이여야 해요.',
  },
  'id.length': {
    en: 'The id must have 1 to {max} characters.',
    ko: 'ID는 1자에서 {max}자 사이여야 해요.',
  },
  'text.plain': {
    en: 'The text has characters that are not seen, or half of one. Write it anew without them.',
    ko: '보이지 않는 문자나 깨진 문자가 들어 있어요. 빼고 다시 적어 주세요.',
  },
  'renew.tooMany': {
    en: 'At most {max} holds are renewed at once.',
    ko: '한 번에 {max}개까지만 연장할 수 있어요.',
  },
  'plan.unknown': {
    en: 'There is no such plan to buy.',
    ko: '구매할 수 있는 요금제가 아니에요.',
  },
  'plan.same': {
    en: 'This is your plan already.',
    ko: '이미 쓰고 있는 요금제예요.',
  },
  'pack.unknown': {
    en: 'There is no such credit pack.',
    ko: '없는 크레딧 상품이에요.',
  },
  'payments.off': {
    en: 'This studio takes no payments yet. Whoever runs it can set up a payment provider.',
    ko: '이 스튜디오는 아직 결제를 받지 않아요. 운영자가 결제 서비스를 연결하면 쓸 수 있어요.',
  },
  'payments.unreachable': {
    en: 'The payment provider does not answer. Nothing was changed or charged; try again in a minute.',
    ko: '결제 서비스가 응답하지 않아요. 바뀌거나 결제된 것은 없으니 1분 뒤에 다시 시도해 주세요.',
  },
  'payments.unknown': {
    en: 'The payment provider does not answer, so it is not known whether this was done. Look again in a minute before you try once more.',
    ko: '결제 서비스가 응답하지 않아서 처리되었는지 알 수 없어요. 다시 시도하기 전에 1분 뒤에 확인해 주세요.',
  },
  'payments.refused': {
    en: 'The payment provider refused this. Nothing was changed or charged.',
    ko: '결제 서비스가 받아들이지 않았어요. 바뀌거나 결제된 것은 없어요.',
  },
  'checkout.tooMany': {
    en: 'You opened many payment pages. Use one of them, or try again in an hour.',
    ko: '결제 화면을 너무 많이 열었어요. 이미 연 화면을 쓰거나 한 시간 뒤에 다시 시도해 주세요.',
  },
  'subscription.running': {
    en: 'You have a plan already. Change it instead of buying another.',
    ko: '이미 요금제를 쓰고 있어요. 새로 사지 말고 요금제를 바꿔 주세요.',
  },
  'subscription.none': {
    en: 'You have no paid plan.',
    ko: '쓰고 있는 유료 요금제가 없어요.',
  },
  'subscription.changing': {
    en: 'Your plan is being changed right now. Look again in a minute.',
    ko: '지금 요금제를 바꾸고 있어요. 1분 뒤에 다시 확인해 주세요.',
  },
  'subscription.canceledAlready': {
    en: 'Your plan is canceled already and runs until its end date.',
    ko: '이미 해지했고 종료일까지 쓸 수 있어요.',
  },
  'subscription.notCanceled': {
    en: 'Your plan is not canceled.',
    ko: '해지한 요금제가 아니에요.',
  },
  'subscription.resumeFirst': {
    en: 'Your plan is canceled. Resume it first, then change it.',
    ko: '해지한 요금제예요. 먼저 다시 시작한 다음 바꿔 주세요.',
  },
  'enterprise.organisation': {
    en: 'Name your organisation, in at most 200 characters.',
    ko: '단체 이름을 200자 안으로 적어 주세요.',
  },
  'enterprise.contactEmail': {
    en: 'Write an e-mail address at which we reach you.',
    ko: '연락받을 이메일 주소를 적어 주세요.',
  },
  'enterprise.people': {
    en: 'Say how many people will use it: a whole number from 1.',
    ko: '사용할 인원을 1 이상의 정수로 적어 주세요.',
  },
  'enterprise.message': {
    en: 'Write at most 2,000 characters.',
    ko: '2,000자 안으로 적어 주세요.',
  },
  'enterprise.storageBytes': {
    en: 'The storage must be a whole number of bytes from 1 to {max}.',
    ko: '저장 공간은 1부터 {max}까지의 정수 바이트여야 해요.',
  },
  'enterprise.runningJobsMax': {
    en: 'The jobs at once must be a whole number from 1 to {max}.',
    ko: '동시에 실행할 작업 수는 1부터 {max}까지의 정수여야 해요.',
  },
  'enterprise.queuedJobsMax': {
    en: 'The jobs that wait must be a whole number from 1 to {max}.',
    ko: '대기할 작업 수는 1부터 {max}까지의 정수여야 해요.',
  },
  'enterprise.endsAt': {
    en: 'The agreement must end in the future, at most ten years from now.',
    ko: '종료일은 지금부터 10년 안의 날짜여야 해요.',
  },
  'page.size': {
    en: 'Ask for 1 to {max} entries at a time.',
    ko: '한 번에 1개에서 {max}개까지 볼 수 있어요.',
  },
  'page.cursor': {
    en: 'This page is no longer there. Start from the first one.',
    ko: '더는 없는 페이지예요. 처음부터 다시 봐 주세요.',
  },
} satisfies MessageCatalog;
