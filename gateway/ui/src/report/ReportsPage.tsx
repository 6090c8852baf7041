import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { api } from '../api/api';
import type { ProviderEvidenceView, ReportOnFile, ReportSeries } from '../api/reports';
import { useQuery } from '../api/useQuery';
import { count, date } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { Only } from '../kit/me';
import { OfOrganization } from '../kit/OfOrganization';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { Source } from '../mark/Source';
import { CurrentMark } from './CurrentMark';
import { spanOf } from './words';

export default function ReportsPage() {
  return (
    <Page
      title="Provider evidence"
      description="AWS reports on file. A current one covers the AWS half of inherited and shared controls; without one that half is unknown."
      actions={
        <Only as={['ADMINISTRATOR']}>
          <Button variant="primary" href={paths.putReport()}>
            Put a report on file
          </Button>
        </Only>
      }
    >
      <OfOrganization>{(organization) => <Reports organization={organization} />}</OfOrganization>
    </Page>
  );
}

function Reports({ organization }: { organization: string }) {
  const query = useQuery(`provider-evidence/${organization}`, (signal) => api.providerEvidence(organization, signal));
  return (
    <Loaded query={query} what="the provider evidence">
      {(view) => (
        <SpaceBetween size="l">
          <OnFile view={view} />
          <AllSeries view={view} />
        </SpaceBetween>
      )}
    </Loaded>
  );
}

function OnFile({ view: { reports } }: { view: ProviderEvidenceView }) {
  return (
    <Table
      variant="container"
      contentDensity="compact"
      wrapLines
      items={reports}
      trackBy={({ report }) => report.id}
      ariaLabels={{ tableLabel: 'Reports on file' }}
      header={
        <Header variant="h2" counter={`(${count(reports.length)})`}>
          Reports on file
        </Header>
      }
      empty={
        <Box color="text-body-secondary">
          No report is on file. Download it from AWS Artifact, read it, and put on file what stands in it.
        </Box>
      }
      columnDefinitions={onFileColumns}
    />
  );
}

const onFileColumns: TableProps.ColumnDefinition<ReportOnFile>[] = [
  {
    id: 'title',
    header: 'Report',
    cell: ({ report }) => (
      <>
        <Link href={paths.report(report.id)}>{report.title}</Link>
        <div className="grid-note">{report.id}</div>
      </>
    ),
    isRowHeader: true,
    minWidth: 240,
  },
  { id: 'current', header: 'Current', cell: (onFile) => <CurrentMark onFile={onFile} />, minWidth: 205 },
  {
    id: 'type',
    header: 'Speaks of',
    cell: ({ report }) => (
      <>
        {spanOf(report)}
        <div className="grid-note">issued {date(report.issuedOn)}</div>
      </>
    ),
    minWidth: 200,
  },
  { id: 'services', header: 'Services', cell: ({ report }) => scopeOf(report.services), minWidth: 85 },
  { id: 'regions', header: 'Regions', cell: ({ report }) => scopeOf(report.regions), minWidth: 85 },
  {
    id: 'exceptions',
    header: 'Exceptions',
    cell: ({ report }) => (report.exceptions.length === 0 ? 'None' : <strong>{count(report.exceptions.length)}</strong>),
    minWidth: 100,
  },
  { id: 'controls', header: 'Controls covered', cell: ({ current, controls }) => (current ? count(controls.length) : '0'), minWidth: 100 },
];

function scopeOf(names: readonly string[]): string {
  return names.length === 0 ? 'All' : count(names.length);
}

/** What AWS reports there are, so that it shows which are missing. */
function AllSeries({ view: { series } }: { view: ProviderEvidenceView }) {
  return (
    <Table
      variant="container"
      contentDensity="compact"
      wrapLines
      items={[...series].sort((a, b) => Number(a.current) - Number(b.current))}
      trackBy={({ series: one }) => one.id}
      ariaLabels={{ tableLabel: 'Series of reports' }}
      header={
        <Header
          variant="h2"
          counter={`(${count(series.length)})`}
          description="Every series that controls name, those without a current report first."
        >
          Series of reports
        </Header>
      }
      columnDefinitions={seriesColumns}
    />
  );
}

const seriesColumns: TableProps.ColumnDefinition<ReportSeries>[] = [
  {
    id: 'title',
    header: 'Series',
    cell: ({ series }) => (
      <>
        {series.title}
        <div className="grid-note">{series.covers}</div>
      </>
    ),
    isRowHeader: true,
    minWidth: 280,
  },
  {
    id: 'current',
    header: 'On file',
    cell: ({ current, series }) =>
      current ? 'A current report' : <Link href={paths.putReport(series.id)}>None current: put one on file</Link>,
    minWidth: 170,
  },
  { id: 'controls', header: 'Controls that name it', cell: ({ controls }) => count(controls.length), minWidth: 120 },
  { id: 'source', header: 'Source', cell: ({ series }) => <Source source={series.source} />, minWidth: 180 },
];
