import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/api';
import type { ScanScopes } from '../api/scans';
import { FormModal } from '../kit/FormModal';
import { useNotices } from '../kit/notices';
import { paths } from '../kit/paths';
import { useSubmit } from '../kit/useSubmit';
import { words } from '../kit/words';

const fields: { name: keyof ScanScopes; label: string; placeholder: string }[] = [
  { name: 'accounts', label: 'Accounts', placeholder: 'All accounts, or ids such as 111122223333' },
  { name: 'regions', label: 'Regions', placeholder: 'All regions, or names such as eu-central-1' },
  { name: 'types', label: 'Types', placeholder: 'All types, or names such as AWS::S3::Bucket' },
];

export function StartScan({ close }: { close: () => void }) {
  const navigate = useNavigate();
  const { notify } = useNotices();
  const [texts, setTexts] = useState<Record<keyof ScanScopes, string>>({ accounts: '', regions: '', types: '' });
  const { submit, sending, elsewhere, problemAt } = useSubmit(fields.map(({ name }) => name));

  const start = () =>
    submit(async () => {
      const request = await api.startScan({ accounts: words(texts.accounts), regions: words(texts.regions), types: words(texts.types) });
      notify({ type: 'success', content: `Scan ${request.id} has been asked for.` });
      close();
      await navigate(paths.scan(request.id));
    });

  return (
    <FormModal header="Start a scan" verb="Start the scan" sending={sending} close={close} submit={start}>
      <SpaceBetween size="m">
        {elsewhere !== undefined && <Alert type="error">{elsewhere}</Alert>}
        <Box variant="p">
          It reads what is named here with the scanner’s credentials; what is left empty means all. Separate several by commas.
        </Box>
        {fields.map(({ name, label, placeholder }) => (
          <FormField key={name} label={label} errorText={problemAt(name)}>
            <Input value={texts[name]} placeholder={placeholder} onChange={({ detail }) => setTexts({ ...texts, [name]: detail.value })} />
          </FormField>
        ))}
      </SpaceBetween>
    </FormModal>
  );
}
