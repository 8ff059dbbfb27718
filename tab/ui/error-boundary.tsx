import { Component, type ReactNode } from "react";
import { ProblemNotice } from "./problem-notice.tsx";

type Props = { readonly children: ReactNode };
type State = { readonly error?: unknown };

/** Keeps a broken page from taking the rest of the screen with it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <ProblemNotice error={this.state.error} onRetry={() => location.reload()} />;
  }
}
