import { Controls, Description, Primary, Stories, Title, useOf } from '@storybook/addon-docs/blocks';
import type { Guide } from '@modu/ui/stories';

/** A component's page: what it is, a first look, when to use it and when not, its props, every state. */
export function GuidePage() {
  return (
    <>
      <Title />
      <Description />
      <Primary />
      <DoAndDont />
      <Controls />
      <Stories includePrimary={false} />
    </>
  );
}

function DoAndDont() {
  const { preparedMeta } = useOf('meta', ['meta']);
  const guide = preparedMeta.parameters['guide'] as Guide | undefined;
  if (guide === undefined) return null;
  return (
    <div className="guide">
      <section>
        <h3>Do</h3>
        <ul>
          {guide.do.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>Don’t</h3>
        <ul>
          {guide.dont.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
