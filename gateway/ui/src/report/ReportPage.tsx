import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import { api } from '../api/api';
import type { ReportOnFile } from '../api/reports';
import { useQuery } from '../api/useQuery';
import { useControls } from '../kit/catalog';
import { count, date } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { OfOrganization } from '../kit/OfOrganization';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { Source } from '../mark/Source';
import { CurrentMark } from './CurrentMark';
import { spanOf, typeNames } from './words';

export default function ReportPage() {
  const { id = '' } = useParams();
  return <OfOrganization>{(organization) => <Report id={id} organization={organization} />}</OfOrganization>;
}

function Report({ id, organization }: { id: string; organization: string }) {
  const query = useQuery(`provider-evidence/${organization}`, (signal) => api.providerEvidence(organization, signal));
  const onFile = query.data?.reports.find(({ report }) => report.id === id);
  return (
    <Page
      title={onFile?.report.title ?? 'Report'}
      description={id}
      above={[{ text: 'Provider evidence', href: paths.reports }]}
      actions={onFile !== undefined && <Button href={paths.correctReport(id)}>Correct it</Button>}
    >
      <Loaded query={query} what="the report">
        {() => (onFile === undefined ? <NotOnFile id={id} /> : <Content onFile={onFile} />)}
      </Loaded>
    </Page>
  );
}

function NotOnFile({ id }: { id: string }) {
  return (
    <Alert type="warning" header="There is no such report">
      This organisation has no report {id} on file.
    </Alert>
  );
}

function Content({ onFile }: { onFile: ReportOnFile }) {
  const { report, current } = onFile;
  return (
    <SpaceBetween size="l">
      {!current && (
        <Alert type="warning" header="This report does not count today">
          The AWS half of the controls below is unknown unless another current report covers it.
        </Alert>
      )}
      <Container>
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'Current', value: <CurrentMark onFile={onFile} /> },
            { label: 'Type', value: typeNames[report.type] },
            { label: 'Speaks of', value: spanOf(report) },
            { label: 'Issued', value: date(report.issuedOn) },
            { label: 'Series', value: report.series },
            { label: 'Services in scope', value: report.services.join(', ') || 'All' },
            { label: 'Regions in scope', value: report.regions.join(', ') || 'All' },
            { label: 'Source', value: <Source source={report.source} /> },
          ]}
        />
      </Container>
      <ColumnLayout columns={2}>
        <Texts title="Exceptions of the auditor" texts={report.exceptions} none="None." />
        <Texts title="What it expects of the customer" texts={report.expects} none="Nothing is noted." />
      </ColumnLayout>
      <Covered onFile={onFile} />
    </SpaceBetween>
  );
}

function Texts({ title, texts, none }: { title: string; texts: readonly string[]; none: string }) {
  return (
    <Container fitHeight header={<Header variant="h2">{title}</Header>}>
      {texts.length === 0 ? (
        <Box color="text-body-secondary">{none}</Box>
      ) : (
        <ul className="points">
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Container>
  );
}

function Covered({ onFile: { controls, current } }: { onFile: ReportOnFile }) {
  const { title } = useControls();
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${count(controls.length)})`}>
          {current ? 'Controls whose AWS half it covers' : 'Controls whose AWS half it would cover'}
        </Header>
      }
    >
      {controls.length === 0 ? (
        <Box color="text-body-secondary">No control names its series.</Box>
      ) : (
        <ul className="points points-columns">
          {controls.map((id) => (
            <li key={id}>
              <Link href={paths.control(id)}>{title(id)}</Link>
            </li>
          ))}
        </ul>
      )}
    </Container>
  );
}
