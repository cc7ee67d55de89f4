// A card over everything else, which the keyboard stays in until it is closed.
import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import styles from './CardDialog.module.css';

interface CardDialogProps {
  /** Absent: a heading in it with `slot="title"` names it. */
  readonly label?: string;
  /** Absent: it cannot be put away. */
  readonly onClose?: () => void;
  /** For what needs room; it fills a window that is narrow. */
  readonly isWide?: boolean;
  /** It hangs from the top, so that it does not move while what is in it grows; a press beside it closes it. */
  readonly isOverhead?: boolean;
  readonly children: ReactNode;
}

export function CardDialog({ label, onClose, isWide = false, isOverhead = false, children }: CardDialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={isOverhead}
      className={styles.overlay}
      data-overhead={isOverhead}
      isKeyboardDismissDisabled={!onClose}
      onOpenChange={(isOpen) => !isOpen && onClose?.()}
    >
      <Modal className={styles.modal} data-wide={isWide} data-overhead={isOverhead}>
        <Dialog className={styles.dialog} aria-label={label}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
