import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import './tabs.css';

export interface TabItem {
  readonly id: string;
  readonly name: string;
  readonly icon?: ReactNode;
  /** A figure behind the name, "12". */
  readonly count?: string;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

export interface TabsProps {
  /** What the tabs are views of. */
  readonly label: string;
  readonly tabs: readonly TabItem[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Views of one thing, one at a time. Arrow keys move between the tabs; the panel is the next stop of Tab. */
export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  return (
    <AriaTabs className="ui-tabs" selectedKey={value} onSelectionChange={(key) => onChange(String(key))}>
      <TabList aria-label={label} className="ui-tabs__list">
        {tabs.map(({ id, name, icon, count, isDisabled = false }) => (
          <Tab key={id} id={id} isDisabled={isDisabled} className="ui-tab">
            {icon}
            {name}
            {count !== undefined && <span className="ui-tab__count ui-figures">{count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, children }) => (
        <TabPanel key={id} id={id} className="ui-tabs__panel">
          {children}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
