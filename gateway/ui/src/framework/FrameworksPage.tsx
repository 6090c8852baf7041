import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useSearchParams } from 'react-router';
import { api } from '../api/api';
import type { FrameworkSummary } from '../api/frameworks';
import { noCounts } from '../api/tallies';
import { useQuery } from '../api/useQuery';
import { isPeer } from '../control/Maps';
import { AccountSelect } from '../kit/AccountSelect';
import { count } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { OfOrganization } from '../kit/OfOrganization';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { CountsBar } from '../mark/CountsBar';
import { ScoreRange } from '../mark/ScoreRange';

export default function FrameworksPage() {
  const [search, setSearch] = useSearchParams();
  const account = search.get('account') ?? undefined;
  return (
    <Page
      title="Frameworks"
      description="Posture by the requirements of frameworks that controls map to. Ids and short names only, never a framework’s text."
    >
      <OfOrganization>
        {(organization) => (
          <SpaceBetween size="s">
            <AccountSelect
              organization={organization}
              account={account}
              onChange={(changed) => setSearch(changed === undefined ? {} : { account: changed }, { replace: true })}
            />
            <Postures organization={organization} account={account} />
          </SpaceBetween>
        )}
      </OfOrganization>
    </Page>
  );
}

function Postures({ organization, account }: { organization: string; account: string | undefined }) {
  const query = useQuery(`frameworks/${organization}/${account ?? ''}`, (signal) =>
    api.frameworkPostures({ organization, account }, signal),
  );
  return (
    <Loaded query={query} what="the frameworks">
      {(all) => <FrameworkTable frameworks={all.filter(({ id }) => !isPeer(id))} account={account} />}
    </Loaded>
  );
}

function FrameworkTable({ frameworks, account }: { frameworks: readonly FrameworkSummary[]; account: string | undefined }) {
  return (
    <Table
      variant="container"
      contentDensity="compact"
      wrapLines
      items={frameworks}
      trackBy="id"
      ariaLabels={{ tableLabel: 'Frameworks' }}
      header={
        <Header variant="h2" counter={`(${count(frameworks.length)})`}>
          All frameworks
        </Header>
      }
      empty={<Box color="text-body-secondary">The catalog has no framework.</Box>}
      columnDefinitions={columns(account)}
    />
  );
}

function columns(account: string | undefined): TableProps.ColumnDefinition<FrameworkSummary>[] {
  return [
    {
      id: 'name',
      header: 'Framework',
      cell: ({ id, name, version }) => (
        <>
          <Link href={paths.framework(id, account)}>{name}</Link>
          <div className="grid-note">{version}</div>
        </>
      ),
      isRowHeader: true,
      minWidth: 230,
    },
    { id: 'score', header: 'Score and range', cell: ({ overall }) => <ScoreRange score={overall} />, minWidth: 150 },
    {
      id: 'bar',
      header: 'Requirements',
      cell: (one) => <CountsBar counts={{ ...noCounts, pass: one.pass, fail: one.fail, unknown: one.unknown }} />,
      minWidth: 160,
    },
    { id: 'pass', header: 'Pass', cell: ({ pass }) => count(pass), minWidth: 70 },
    { id: 'fail', header: 'Fail', cell: ({ fail }) => (fail === 0 ? '0' : <strong>{count(fail)}</strong>), minWidth: 70 },
    { id: 'unknown', header: 'Unknown', cell: ({ unknown }) => count(unknown), minWidth: 90 },
    { id: 'na', header: 'Not applicable', cell: ({ notApplicable }) => count(notApplicable), minWidth: 110 },
    { id: 'none', header: 'No control', cell: ({ withoutControl }) => count(withoutControl), minWidth: 95 },
  ];
}
