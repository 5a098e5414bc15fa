import { useId } from 'react';
import type { ReactNode } from 'react';

export interface PartProps {
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly words?: string | undefined;
  readonly children: ReactNode;
}

/** One matter of a page about the person: its words on the left, its controls on the right. */
export function Part({ title, words, children }: PartProps) {
  const id = useId();
  return (
    <section className="person__part" aria-labelledby={id}>
      <div className="person__about">
        <h2 id={id}>{title}</h2>
        {words !== undefined && <p>{words}</p>}
      </div>
      <div className="person__controls">{children}</div>
    </section>
  );
}
