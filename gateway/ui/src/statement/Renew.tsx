import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/api';
import type { Statement } from '../api/statements';
import { FormModal } from '../kit/FormModal';
import { instant, momentOf } from '../kit/format';
import { useNotices } from '../kit/notices';
import { paths } from '../kit/paths';
import { useSubmit } from '../kit/useSubmit';
import { useYou, YouField } from '../kit/you';
import { EvidenceField, useEvidence } from './EvidenceField';
import { ExpiryField } from './ExpiryField';

/** Attests again: a new proposal that begins where the old attestation ends. */
export function Renew({ statement, close }: { statement: Statement; close: () => void }) {
  const [text, setText] = useState(statement.text);
  const [day, setDay] = useState('');
  const evidence = useEvidence();
  const you = useYou();
  const navigate = useNavigate();
  const { notify } = useNotices();
  const { submit, sending, problemAt, elsewhere } = useSubmit(['text', 'evidenceFiles', 'author', 'expiresAt']);

  const send = () =>
    submit(async () => {
      const renewed = await api.renew(statement.id, { text, evidenceFiles: evidence.ids, author: you.name, expiresAt: momentOf(day) });
      you.remember();
      notify({ type: 'success', content: 'The renewal is proposed; somebody else has to approve it.' });
      close();
      await navigate(paths.statement('ATTESTATION', renewed.id));
    });

  return (
    <FormModal
      header="Renew the attestation"
      verb="Propose the renewal"
      sending={sending || evidence.uploading}
      close={close}
      submit={send}
    >
      <SpaceBetween size="m">
        {elsewhere !== undefined && <Alert type="error">{elsewhere}</Alert>}
        <Box variant="p">It begins where this one ends, {instant(statement.expiresAt)}.</Box>
        <FormField label="Statement" errorText={problemAt('text')}>
          <Textarea value={text} rows={4} onChange={({ detail }) => setText(detail.value)} />
        </FormField>
        <EvidenceField evidence={evidence} problem={problemAt('evidenceFiles')} />
        <ExpiryField
          kind="ATTESTATION"
          control={statement.control}
          from={statement.expiresAt}
          day={day}
          onChange={setDay}
          problem={problemAt('expiresAt')}
        />
        <YouField you={you} problem={problemAt('author')} />
      </SpaceBetween>
    </FormModal>
  );
}
