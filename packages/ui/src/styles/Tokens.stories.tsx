import type { Meta, StoryObj } from '@storybook/react-vite';
import { Mark } from '../brand/Mark.tsx';
import sheet from './tokens.css?raw';
import './tokens-stories.css';

/** Every token of `tokens.css`, read from the file itself: what designers edit there is what stands here. */
const meta = {
  title: 'Foundations/Tokens',
  parameters: {
    guide: {
      do: [
        'Edit `packages/ui/src/styles/tokens.css`; everything follows, and a test measures the contrast of every pair.',
        'Use roles (ink, surface, hairline) before steps (n3).',
      ],
      dont: [
        'Don’t write a colour, a size or a duration anywhere else.',
        'Don’t use persimmon for anything but the main action and live progress.',
      ],
    },
  },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const NAMES = [...new Set([...sheet.matchAll(/^ {4}--([a-z0-9-]+):/gmu)].map(([, name = '']) => name))];
const isColour = (name: string) =>
  !/^(?:font|text|line|space|control(?:-large)?$|radius|quick|calm|ease|lift|print)/u.test(name);

export const Colours: Story = {
  render: () => (
    <ul className="tokens">
      {NAMES.filter(isColour).map((name) => (
        <li key={name} className="token">
          <span className="token__swatch" style={{ background: `var(--${name})` }} />
          <code className="ui-mono">--{name}</code>
        </li>
      ))}
    </ul>
  ),
};

const SAMPLE = 'Hello, 모두의 스튜디오 0123';

export const Type: Story = {
  render: () => (
    <dl className="token-list">
      {NAMES.filter((name) => /^text-/u.test(name)).map((name) => (
        <div key={name}>
          <dt className="ui-mono">--{name}</dt>
          <dd style={{ fontSize: `var(--${name})` }}>{SAMPLE}</dd>
        </div>
      ))}
    </dl>
  ),
};

export const SpaceAndShape: Story = {
  render: () => (
    <dl className="token-list">
      {NAMES.filter((name) => /^(?:space|control(?!-edge)|radius)/u.test(name)).map((name) => (
        <div key={name}>
          <dt className="ui-mono">--{name}</dt>
          <dd>
            <span className="token__bar" style={{ inlineSize: `var(--${name})` }} />
          </dd>
        </div>
      ))}
    </dl>
  ),
};

export const Elevation: Story = {
  render: () => (
    <div className="tokens">
      {['lift', 'print'].map((name) => (
        <div key={name} className="token__raised" style={{ boxShadow: `var(--${name})` }}>
          <code className="ui-mono">--{name}</code>
        </div>
      ))}
      <Mark size={48} />
    </div>
  ),
};
