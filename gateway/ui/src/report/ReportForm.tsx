import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ProviderEvidence } from '../api/catalog';
import type { ReportSeries } from '../api/reports';
import { useControls } from '../kit/catalog';
import { DayField } from '../kit/DayField';
import { useNotices } from '../kit/notices';
import { paths } from '../kit/paths';
import { useSubmit } from '../kit/useSubmit';
import { usePutOnFile } from './putOnFile';
import { fieldNames, type ReportText, reportOf } from './reportForm';
import { typeNames } from './words';

interface ReportFormProps {
  organization: string;
  series: readonly ReportSeries['series'][];
  start: ReportText;
  /** Whether the report is on file already and is corrected. */
  known: boolean;
}

/** What stands in a report; sent as a draft of the catalog that is published at once. */
export function ReportForm({ organization, series, start, known }: ReportFormProps) {
  const [text, setText] = useState(start);
  const navigate = useNavigate();
  const { notify } = useNotices();
  const putOnFile = usePutOnFile();
  const { submit, sending, problemAt, elsewhere } = useSubmit(fieldNames);
  const set = (changed: Partial<ReportText>) => setText({ ...text, ...changed });

  const send = () =>
    submit(async () => {
      const number = await putOnFile(text.id, reportOf(text, organization));
      notify({ type: 'success', content: `${text.title} is on file with catalog revision ${number}.` });
      await navigate(paths.reports);
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
            <Button variant="link" formAction="none" href={paths.reports}>
              Cancel
            </Button>
            <Button variant="primary" loading={sending} disabled={text.id === ''}>
              {known ? 'Correct the report' : 'Put it on file'}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          <WhichReport text={text} set={set} series={series} known={known} problemAt={problemAt} />
          <Dates text={text} set={set} problemAt={problemAt} />
          <ScopeOfReport text={text} set={set} problemAt={problemAt} />
        </SpaceBetween>
      </Form>
    </form>
  );
}

interface PartProps {
  text: ReportText;
  set: (changed: Partial<ReportText>) => void;
  problemAt: (field: string) => string | undefined;
}

function WhichReport({ text, set, series, known, problemAt }: PartProps & Pick<ReportFormProps, 'series' | 'known'>) {
  const options = series.map(({ id, title, covers }) => ({ value: id, label: title, description: covers }));
  return (
    <Container header={<Header variant="h2">Which report</Header>}>
      <ColumnLayout columns={2}>
        <FormField label="Series" errorText={problemAt('series')}>
          <Select
            options={options}
            selectedOption={options.find(({ value }) => value === text.series) ?? null}
            filteringType="auto"
            placeholder="Choose a series"
            onChange={({ detail }) => set({ series: detail.selectedOption.value ?? '' })}
          />
        </FormField>
        <FormField label="Title" errorText={problemAt('title')}>
          <Input value={text.title} onChange={({ detail }) => set({ title: detail.value })} placeholder="AWS SOC 2 Type II report" />
        </FormField>
        <FormField label="Id of this version" constraintText="Unique, such as aws-soc-2-2026-03." errorText={problemAt('id')}>
          <Input value={text.id} readOnly={known} onChange={({ detail }) => set({ id: detail.value })} placeholder="aws-soc-2-2026-03" />
        </FormField>
        <FormField label="Source" description="Where the report can be had." errorText={problemAt('source')}>
          <Input value={text.source} onChange={({ detail }) => set({ source: detail.value })} />
        </FormField>
      </ColumnLayout>
    </Container>
  );
}

const types: { value: ProviderEvidence['type']; description: string }[] = [
  {
    value: 'PERIOD',
    description:
      'Current until its successor is on file, or nine months after its period’s end; longer with a continued operations letter.',
  },
  { value: 'CERTIFICATE', description: 'Current until it lapses.' },
  { value: 'POINT_IN_TIME', description: 'Current for twelve months from its issue.' },
];

function Dates({ text, set, problemAt }: PartProps) {
  return (
    <Container header={<Header variant="h2">How long it speaks</Header>}>
      <SpaceBetween size="m">
        <FormField label="Type" errorText={problemAt('type')}>
          <RadioGroup
            value={text.type}
            items={types.map(({ value, description }) => ({ value, label: typeNames[value], description }))}
            onChange={({ detail }) => set({ type: detail.value as ProviderEvidence['type'] })}
          />
        </FormField>
        <ColumnLayout columns={4}>
          <DayField label="Issued on" day={text.issuedOn} problem={problemAt('issuedOn')} onChange={(issuedOn) => set({ issuedOn })} />
          {text.type === 'PERIOD' && (
            <DayField
              label="Period from"
              day={text.periodStart}
              problem={problemAt('periodStart')}
              onChange={(periodStart) => set({ periodStart })}
            />
          )}
          {text.type === 'PERIOD' && (
            <DayField
              label="Period to"
              day={text.periodEnd}
              problem={problemAt('periodEnd')}
              onChange={(periodEnd) => set({ periodEnd })}
            />
          )}
          {text.type === 'PERIOD' && (
            <DayField
              label="Letter continues it until"
              constraint="Only with a continued operations letter."
              day={text.continuedUntil}
              problem={problemAt('continuedUntil')}
              onChange={(continuedUntil) => set({ continuedUntil })}
            />
          )}
          {text.type === 'CERTIFICATE' && (
            <DayField
              label="Valid until"
              day={text.validUntil}
              problem={problemAt('validUntil')}
              onChange={(validUntil) => set({ validUntil })}
            />
          )}
        </ColumnLayout>
      </SpaceBetween>
    </Container>
  );
}

function ScopeOfReport({ text, set, problemAt }: PartProps) {
  const controls = useControls();
  const services = [...new Set(controls.all.flatMap(({ service }) => service ?? []))].sort();
  const options = services.map((value) => ({ value, label: value }));
  return (
    <Container header={<Header variant="h2">What it covers and expects</Header>}>
      <ColumnLayout columns={2}>
        <FormField label="Services in scope" description="None chosen means all." errorText={problemAt('services')}>
          <Multiselect
            options={options}
            selectedOptions={text.services.map((value) => ({ value, label: value }))}
            filteringType="auto"
            placeholder="All services"
            onChange={({ detail }) => set({ services: detail.selectedOptions.flatMap(({ value }) => value ?? []) })}
          />
        </FormField>
        <FormField label="Regions in scope" description="Empty means all; part several by commas." errorText={problemAt('regions')}>
          <Input value={text.regions} placeholder="All regions" onChange={({ detail }) => set({ regions: detail.value })} />
        </FormField>
        <FormField label="Exceptions of the auditor" description="One a line." errorText={problemAt('exceptions')}>
          <Textarea value={text.exceptions} rows={4} onChange={({ detail }) => set({ exceptions: detail.value })} />
        </FormField>
        <FormField
          label="What it expects of the customer"
          description="One a line: its complementary controls."
          errorText={problemAt('expects')}
        >
          <Textarea value={text.expects} rows={4} onChange={({ detail }) => set({ expects: detail.value })} />
        </FormField>
      </ColumnLayout>
    </Container>
  );
}
