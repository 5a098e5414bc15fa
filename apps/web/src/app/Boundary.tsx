import { Component } from 'react';
import type { ReactNode } from 'react';
import { PageError } from './PageError.tsx';

export interface BoundaryProps {
  /** Before the page is tried again: what failed is fetched anew. */
  readonly onAgain: () => void;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failure: { readonly error: unknown } | null;
}

/** Stands around a page: when it fails, says so in its place and offers to try again. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: { error } };
  }

  /** A piece of script that did not come fails in the same way for as long as the page is open: only a fresh page asks for it again. */
  override componentDidCatch(error: unknown): void {
    if (error === this.#tried) location.reload();
  }

  #tried: unknown = null;

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    const again = () => {
      this.#tried = failure.error;
      this.props.onAgain();
      this.setState({ failure: null });
    };
    return <PageError error={failure.error} reset={again} />;
  }
}
