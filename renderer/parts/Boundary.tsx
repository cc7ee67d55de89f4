import { Component, type ReactNode } from 'react';
import { ProblemNote } from './ProblemNote.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failure: { readonly error: unknown } | undefined;
}

/** Keeps a bug in one screen from blanking the window; going elsewhere or trying again draws anew. A class, as React asks for. */
export class Boundary extends Component<Props, State> {
  override state: State = { failure: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  override componentDidMount(): void {
    window.addEventListener('hashchange', this.reset);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('hashchange', this.reset);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <ProblemNote error={failure.error} onRetry={this.reset} /> : this.props.children;
  }

  private readonly reset = (): void => {
    if (this.state.failure) this.setState({ failure: undefined });
  };
}
