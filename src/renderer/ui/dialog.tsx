import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  /** Esc, the backdrop, or a Cancel button. */
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** `pages`: as large as the largest of several pages. */
  readonly size?: 'small' | 'medium' | 'large' | 'pages';
  /** The buttons, the one that goes on last. */
  readonly buttons: ReactNode;
  /** Left out where title and description say it all. */
  readonly children?: ReactNode;
  /** What has the focus when it opens; by default the first control. */
  readonly initialFocus?: ComponentProps<typeof BaseDialog.Popup>['initialFocus'];
  /** What has the focus once it is closed; by default what had it before. */
  readonly finalFocus?: ComponentProps<typeof BaseDialog.Popup>['finalFocus'];
  /** For a question that a click beside it must not answer. */
  readonly stayOnOutsidePress?: boolean;
  /** Makes the whole dialog a form: Enter in a field does this. */
  readonly onSubmit?: () => void;
}

/** A question or form before the window, with its title, its body and its buttons. */
export const Dialog = ({
  open,
  onClose,
  title,
  description,
  size = 'small',
  buttons,
  children,
  initialFocus,
  finalFocus,
  stayOnOutsidePress = false,
  onSubmit,
}: DialogProps) => {
  const content = (
    <>
      <div className={styles.head}>
        <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
        {description === undefined ? null : (
          <BaseDialog.Description className={styles.description} render={<div />}>
            {description}
          </BaseDialog.Description>
        )}
      </div>
      {children === undefined ? <div className={styles.noBody} /> : <div className={styles.body}>{children}</div>}
      <div className={styles.foot}>{buttons}</div>
    </>
  );
  const className = classNames(styles.popup, styles[size]);
  return (
    <BaseDialog.Root
      open={open}
      disablePointerDismissal={stayOnOutsidePress}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup className={className} initialFocus={initialFocus} finalFocus={finalFocus}>
          {onSubmit ? (
            <form
              className={styles.form}
              onSubmit={(event) => {
                event.preventDefault();
                onSubmit();
              }}
            >
              {content}
            </form>
          ) : (
            content
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
};
