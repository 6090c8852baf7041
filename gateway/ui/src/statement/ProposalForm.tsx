import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/api';
import type { StatementKind } from '../api/statements';
import { useControls } from '../kit/catalog';
import { momentOf } from '../kit/format';
import { useNotices } from '../kit/notices';
import { paths } from '../kit/paths';
import { useSubmit } from '../kit/useSubmit';
import { useYou, YouField } from '../kit/you';
import { EvidenceField, useEvidence } from './EvidenceField';
import { ExpiryField } from './ExpiryField';
import { ScopeFields } from './ScopeFields';
import { type ScopeText, scopeOf, startingScope } from './scope';
import { canBeAbout, kindNames } from './words';

const fields = ['control', 'ou', 'accounts', 'resources', 'scope', 'text', 'compensatingControl', 'evidenceFiles', 'expiresAt', 'author'];

interface ProposalFormProps {
  kind: StatementKind;
  organization: string;
  /** The control's id, where the page that led here knows it. */
  control: string;
  /** The key of the one resource that it is about. */
  resource: string | undefined;
}

export function ProposalForm({ kind, organization, control: given, resource }: ProposalFormProps) {
  const [control, setControl] = useState(given);
  const [scope, setScope] = useState<ScopeText>(() => startingScope(resource));
  const [text, setText] = useState('');
  const [compensating, setCompensating] = useState('');
  const [day, setDay] = useState('');
  const evidence = useEvidence();
  const you = useYou();
  const navigate = useNavigate();
  const { notify } = useNotices();
  const { submit, sending, problemAt, elsewhere } = useSubmit(fields);
  const names = kindNames[kind];

  const send = () =>
    submit(async () => {
      const proposed = await api.propose(kind, {
        control,
        scope: scopeOf(scope, organization),
        text,
        ...(compensating === '' ? {} : { compensatingControl: compensating }),
        evidenceFiles: evidence.ids,
        author: you.name,
        expiresAt: momentOf(day),
      });
      you.remember();
      notify({ type: 'success', content: `The ${names.one.toLowerCase()} is proposed; somebody else has to approve it.` });
      await navigate(paths.statement(kind, proposed.id));
    });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Form
        errorText={elsewhere}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" href={paths.statements(kind)}>
              Cancel
            </Button>
            <Button variant="primary" loading={sending || evidence.uploading}>
              Propose it
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">What it is about</Header>}>
            <SpaceBetween size="m">
              <ControlField kind={kind} control={control} onChange={setControl} problem={problemAt('control')} />
              <ScopeFields organization={organization} scope={scope} onChange={setScope} problemAt={problemAt} />
            </SpaceBetween>
          </Container>
          <Container header={<Header variant="h2">What is stated</Header>}>
            <SpaceBetween size="m">
              <FormField label={names.text} description={names.textHelp} errorText={problemAt('text')} stretch>
                <Textarea value={text} rows={4} onChange={({ detail }) => setText(detail.value)} />
              </FormField>
              {kind !== 'ATTESTATION' && (
                <FormField
                  label="Compensating control"
                  description="What limits the harm meanwhile."
                  errorText={problemAt('compensatingControl')}
                  stretch
                >
                  <Textarea value={compensating} rows={3} onChange={({ detail }) => setCompensating(detail.value)} />
                </FormField>
              )}
              <EvidenceField evidence={evidence} problem={problemAt('evidenceFiles')} />
            </SpaceBetween>
          </Container>
          <Container header={<Header variant="h2">Until when, and who says so</Header>}>
            <SpaceBetween size="m">
              <ExpiryField kind={kind} control={control} day={day} onChange={setDay} problem={problemAt('expiresAt')} />
              <YouField you={you} problem={problemAt('author')} />
            </SpaceBetween>
          </Container>
        </SpaceBetween>
      </Form>
    </form>
  );
}

interface ControlFieldProps {
  kind: StatementKind;
  control: string;
  onChange: (control: string) => void;
  problem: string | undefined;
}

function ControlField({ kind, control, onChange, problem }: ControlFieldProps) {
  const controls = useControls();
  const options = controls.all
    .filter((one) => canBeAbout(kind, one))
    .map(({ id, title, severity, declarable }) => ({
      value: id,
      label: title,
      description: id,
      labelTag: kind === 'DECLARATION' ? (declarable ?? '') : severity,
    }));
  const contrary = controls.all.find(({ id }) => id === control)?.contradictedBy ?? [];
  return (
    <FormField
      label="Control"
      constraintText={
        contrary.length === 0 ? undefined : `A failure of one of these revokes it: ${contrary.map(controls.title).join('; ')}.`
      }
      errorText={problem}
    >
      <Select
        options={options}
        selectedOption={
          control === '' ? null : (options.find(({ value }) => value === control) ?? { value: control, label: controls.title(control) })
        }
        filteringType="auto"
        virtualScroll
        placeholder="Choose a control"
        empty="No control of the catalog allows it."
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
