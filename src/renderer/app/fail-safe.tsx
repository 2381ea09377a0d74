import i18next from 'i18next';
import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface FailSafeProps {
  readonly children: ReactNode;
}

/** A defect in a component must not leave an empty window: it says so and offers to begin again. */
export class FailSafe extends Component<FailSafeProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState
        icon={TriangleAlert}
        title={i18next.t('app:broken.title')}
        actions={
          <Button kind="primary" onClick={() => window.location.reload()}>
            {i18next.t('app:broken.reload')}
          </Button>
        }
      >
        {i18next.t('app:broken.words')}
      </EmptyState>
    );
  }
}
