import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { api } from '../api/api';
import type { Decision, Statement } from '../api/statements';
import { FormModal } from '../kit/FormModal';
import { useNotices } from '../kit/notices';
import { useSubmit } from '../kit/useSubmit';
import { useYou, YouField } from '../kit/you';
import { kindNames } from './words';

const verbs: Record<Decision, { verb: string; done: string }> = {
  approve: { verb: 'Approve', done: 'approved' },
  reject: { verb: 'Reject', done: 'rejected' },
  withdraw: { verb: 'Withdraw', done: 'withdrawn' },
};

interface DecideProps {
  statement: Statement;
  decision: Decision;
  close: () => void;
  done: () => void;
}

export function Decide({ statement: { kind, id, author, title }, decision, close, done }: DecideProps) {
  const [comment, setComment] = useState('');
  const you = useYou();
  const { notify } = useNotices();
  const { submit, sending, problemAt, elsewhere } = useSubmit(['by', 'comment']);
  const { verb, done: past } = verbs[decision];
  const what = kindNames[kind].one.toLowerCase();

  const send = () =>
    submit(async () => {
      await api.decide(kind, id, decision, you.name, comment === '' ? undefined : comment);
      you.remember();
      notify({ type: 'success', content: `The ${what} of “${title}” is ${past}.` });
      close();
      done();
    });

  return (
    <FormModal header={`${verb} the ${what}`} verb={verb} sending={sending} close={close} submit={send}>
      <SpaceBetween size="m">
        {elsewhere !== undefined && <Alert type="error">{elsewhere}</Alert>}
        {decision === 'approve' && <Box variant="p">Whoever approves must be somebody else than its author, {author}.</Box>}
        <YouField you={you} problem={problemAt('by')} />
        <FormField label="Comment" description="Kept with the decision." errorText={problemAt('comment')}>
          <Textarea value={comment} rows={3} onChange={({ detail }) => setComment(detail.value)} />
        </FormField>
      </SpaceBetween>
    </FormModal>
  );
}
