/** A node of an InvokeAI graph: its type, and the fields that no edge brings. */
export interface InvokeNode {
  readonly id: string;
  readonly type: string;
  readonly is_intermediate: boolean;
  readonly use_cache: boolean;
  readonly [field: string]: unknown;
}

interface Socket {
  readonly node_id: string;
  readonly field: string;
}

export interface InvokeGraph {
  readonly id: string;
  readonly nodes: Readonly<Record<string, InvokeNode>>;
  readonly edges: readonly { readonly source: Socket; readonly destination: Socket }[];
}

/** A graph while it is drawn up. */
export interface GraphDraft {
  node(id: string, type: string, fields?: Readonly<Record<string, unknown>>): string;
  /** Edges as `from.field → to.field`, several at once. */
  edges(...pairs: readonly (readonly [from: string, to: string])[]): void;
  finish(): InvokeGraph;
}

function socketOf(text: string): Socket {
  const dot = text.indexOf('.');
  return { node_id: text.slice(0, dot), field: text.slice(dot + 1) };
}

export function draftGraph(id: string): GraphDraft {
  const nodes: Record<string, InvokeNode> = {};
  const edges: InvokeGraph['edges'][number][] = [];
  return {
    node: (nodeId, type, fields = {}) => {
      nodes[nodeId] = { ...fields, id: nodeId, type, is_intermediate: true, use_cache: false };
      return nodeId;
    },
    edges: (...pairs) => {
      for (const [from, to] of pairs) edges.push({ source: socketOf(from), destination: socketOf(to) });
    },
    finish: () => ({ id, nodes, edges }),
  };
}
