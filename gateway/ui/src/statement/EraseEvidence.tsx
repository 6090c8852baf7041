import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { api } from '../api/api';
import type { EvidenceFile } from '../api/statements';
import { FormModal } from '../kit/FormModal';
import { useNotices } from '../kit/notices';
import { useSubmit } from '../kit/useSubmit';
import { useYou, YouField } from '../kit/you';

interface EraseEvidenceProps {
  file: EvidenceFile;
  close: () => void;
  done: () => void;
}

/** Asks why the bytes of a file are to be erased. */
export function EraseEvidence({ file: { id, name }, close, done }: EraseEvidenceProps) {
  const [reason, setReason] = useState('');
  const you = useYou();
  const { notify } = useNotices();
  const { submit, sending, problemAt, elsewhere } = useSubmit(['by', 'reason']);

  const send = () =>
    submit(async () => {
      await api.eraseEvidence(id, you.name, reason);
      you.remember();
      notify({ type: 'success', content: `The bytes of ${name} are erased.` });
      close();
      done();
    });

  return (
    <FormModal header={`Erase ${name}`} verb="Erase for good" sending={sending} close={close} submit={send}>
      <SpaceBetween size="m">
        {elsewhere !== undefined && <Alert type="error">{elsewhere}</Alert>}
        <Box variant="p">
          The bytes cannot be brought back. The record of the file stays with its hash, and every statement that names it tells that it is
          erased.
        </Box>
        <YouField you={you} problem={problemAt('by')} />
        <FormField label="Reason" description="Kept with the record for good." errorText={problemAt('reason')}>
          <Textarea value={reason} rows={3} onChange={({ detail }) => setReason(detail.value)} />
        </FormField>
      </SpaceBetween>
    </FormModal>
  );
}
