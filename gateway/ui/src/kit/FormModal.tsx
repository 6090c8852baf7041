import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

interface FormModalProps {
  header: string;
  /** What the button that sends it says. */
  verb: string;
  sending: boolean;
  close: () => void;
  submit: () => void;
  children: ReactNode;
}

/** A form over the page. */
export function FormModal({ header, verb, sending, close, submit, children }: FormModalProps) {
  return (
    <Modal
      visible
      header={header}
      closeAriaLabel="Close"
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={close}>
              Cancel
            </Button>
            <Button variant="primary" loading={sending} onClick={submit}>
              {verb}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {children}
    </Modal>
  );
}
