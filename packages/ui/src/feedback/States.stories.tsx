import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '../button/Button.tsx';
import { inLanguage, Row } from '../stories/index.ts';
import { Badge } from './Badge.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ErrorState } from './ErrorState.tsx';
import { LoadingState } from './LoadingState.tsx';
import { Notice } from './Notice.tsx';

const WORDS = {
  en: {
    empty: 'Your pictures will hang here',
    first: 'Make a first picture',
    error: 'The pictures could not be loaded',
    next: 'The problem is on our side. Try again in a moment.',
    retry: 'Try again',
    trace: 'Trace id 7f3a91c2',
    loading: 'Loading pictures',
    done: 'Done',
    waiting: 'Waiting',
    failed: 'Failed',
    late: 'Late',
    info: 'Credits come back when a job fails.',
    saved: 'Saved.',
    offline: 'You are offline. Jobs keep running.',
    refused: 'You need 12 credits and have 4. Add credits, or choose a smaller size.',
    add: 'Add credits',
  },
  ko: {
    empty: '여기에 그림이 걸려요',
    first: '첫 그림 만들기',
    error: '그림을 불러오지 못했어요',
    next: '저희 쪽 문제예요. 잠시 뒤에 다시 시도해 주세요.',
    retry: '다시 시도',
    trace: '추적 번호 7f3a91c2',
    loading: '그림을 불러오고 있어요',
    done: '완료',
    waiting: '대기',
    failed: '실패',
    late: '늦음',
    info: '작업이 실패하면 크레딧을 돌려드려요.',
    saved: '저장했어요.',
    offline: '인터넷이 끊겼어요. 작업은 계속돼요.',
    refused: '12크레딧이 필요한데 4크레딧 있어요. 크레딧을 담거나 더 작은 크기를 골라 주세요.',
    add: '크레딧 담기',
  },
};

const meta = {
  title: 'Design system/Feedback/States',
  component: EmptyState,
  subcomponents: { ErrorState, LoadingState, Notice, Badge },
  args: { title: 'Nothing yet' },
  parameters: {
    guide: {
      do: [
        'Show the thing itself in an empty place: a prompt to try, a sample to open.',
        'Say what happened and what to do next; show the trace id of an error of ours.',
        'Load with the shape of what comes.',
      ],
      dont: ['Don’t use colour without an icon and a word.', 'Don’t show a spinner.', 'Don’t apologise at length.'],
    },
  },
} satisfies Meta<typeof EmptyState>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <EmptyState title={words.empty}>
        <Button variant="primary">{words.first}</Button>
      </EmptyState>
    );
  },
};

export const Failed: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <ErrorState title={words.error} action={<Button>{words.retry}</Button>} trace={words.trace}>
        <p>{words.next}</p>
      </ErrorState>
    );
  },
};

export const Loading: Story = {
  render: (_, context) => <LoadingState label={inLanguage(context, WORDS).loading} rows={3} />,
};

export const Notices: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row column>
        <Notice tone="info">{words.info}</Notice>
        <Notice tone="positive">{words.saved}</Notice>
        <Notice tone="caution">{words.offline}</Notice>
        <Notice tone="negative" action={<Button>{words.add}</Button>}>
          {words.refused}
        </Notice>
      </Row>
    );
  },
};

export const Badges: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row>
        <Badge>PNG</Badge>
        <Badge tone="info">{words.waiting}</Badge>
        <Badge tone="positive">{words.done}</Badge>
        <Badge tone="caution">{words.late}</Badge>
        <Badge tone="negative">{words.failed}</Badge>
      </Row>
    );
  },
};
