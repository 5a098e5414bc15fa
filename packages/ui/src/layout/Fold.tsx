import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import './layout.css';

export interface FoldProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** Something most people do not need at first, one press away. */
export function Fold({ title, isOpen = false, children }: FoldProps) {
  return (
    <Disclosure className="ui-fold" defaultExpanded={isOpen}>
      <Heading level={2}>
        <Button slot="trigger" className="ui-fold__button">
          <ChevronRight size={16} strokeWidth={1.5} aria-hidden className="ui-fold__arrow" />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="ui-fold__panel">{children}</DisclosurePanel>
    </Disclosure>
  );
}
