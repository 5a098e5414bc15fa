import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Collection } from 'react-aria-components/Collection';
import { Tree as AriaTree, TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import './tree.css';

/** A line of a tree and what is under it. */
export interface TreeNode {
  readonly id: string;
  readonly name: string;
  readonly icon?: ReactNode;
  readonly note?: string;
  readonly children?: readonly TreeNode[];
}

export interface TreeProps {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  /** The ids of those that are open at first. */
  readonly openAtFirst?: readonly string[];
  readonly selectedId?: string | null;
  readonly onSelect: (id: string) => void;
  /** The name of the button that opens and closes a line. */
  readonly foldLabel: string;
}

/** Things within things: arrow keys go along it, open and close; one line is chosen. */
export function Tree({ label, nodes, openAtFirst = [], selectedId = null, onSelect, foldLabel }: TreeProps) {
  return (
    <AriaTree
      aria-label={label}
      className="ui-tree"
      items={nodes}
      defaultExpandedKeys={openAtFirst}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selectedId === null ? [] : [selectedId]}
      onSelectionChange={(keys) => {
        if (keys === 'all') return;
        const [id] = keys;
        if (id !== undefined) onSelect(String(id));
      }}
    >
      {(node: TreeNode) => <TreeLine node={node} foldLabel={foldLabel} />}
    </AriaTree>
  );
}

function TreeLine({ node, foldLabel }: { readonly node: TreeNode; readonly foldLabel: string }) {
  const { id, name, icon, note, children = [] } = node;
  return (
    <TreeItem id={id} textValue={name} className="ui-tree__line">
      <TreeItemContent>
        {({ hasChildItems }: { readonly hasChildItems: boolean }) => (
          <>
            {hasChildItems ? (
              <Button slot="chevron" aria-label={foldLabel} className="ui-tree__fold">
                <ChevronRight size={16} strokeWidth={1.5} aria-hidden />
              </Button>
            ) : (
              <span className="ui-tree__fold" aria-hidden />
            )}
            {icon}
            <span className="ui-tree__name">{name}</span>
            {note !== undefined && <span className="ui-tree__note ui-figures">{note}</span>}
          </>
        )}
      </TreeItemContent>
      <Collection items={children}>{(child: TreeNode) => <TreeLine node={child} foldLabel={foldLabel} />}</Collection>
    </TreeItem>
  );
}
