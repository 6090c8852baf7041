import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { api } from '../api/api';
import type { DriftItem } from '../api/drift';
import { usePages } from '../api/usePages';
import { useControls, useLayers } from '../kit/catalog';
import { instant, typeName } from '../kit/format';
import { counterOf, ListFooter } from '../kit/ListFooter';
import { paths } from '../kit/paths';
import type { DriftFilter } from './DriftPage';
import { FromTo } from './FromTo';

export function DriftTable({ organization, filter }: { organization: string; filter: DriftFilter }) {
  const { name } = useLayers();
  const { title } = useControls();
  const pages = usePages(`drift/${organization}/${JSON.stringify(filter)}`, (cursor, signal) =>
    api.drift({ ...filter, organization, cursor, limit: 50 }, signal),
  );
  return (
    <Table
      variant="container"
      contentDensity="compact"
      stickyHeader
      wrapLines
      loading={pages.loading}
      loadingText="Loading what moved"
      items={pages.items}
      trackBy={({ kind, at, resource, layer, control }) => `${kind}/${at}/${resource.key}/${layer ?? ''}/${control ?? ''}`}
      ariaLabels={{ tableLabel: 'What moved' }}
      header={
        <Header variant="h2" counter={counterOf(pages)}>
          What moved
        </Header>
      }
      empty={
        <Box textAlign="center" color="text-body-secondary">
          {pages.error === undefined ? 'Nothing moved.' : 'What moved could not be read.'}
        </Box>
      }
      footer={<ListFooter pages={pages} what="moves" />}
      columnDefinitions={columns(name, title)}
    />
  );
}

const causes: Record<string, string> = {
  CONFIGURATION: 'Its configuration changed',
  TIME: 'Time passed',
  STATEMENT: 'A statement was approved or ended',
  REMOVAL: 'The resource is gone',
  FIRST_JUDGEMENT: 'Judged for the first time',
};

function causeText(cause: string | undefined): string {
  return cause === undefined ? '–' : (causes[cause] ?? cause);
}

function columns(layerName: (id: string) => string, controlTitle: (id: string) => string): TableProps.ColumnDefinition<DriftItem>[] {
  return [
    { id: 'at', header: 'When', cell: ({ at }) => instant(at), minWidth: 130 },
    { id: 'move', header: 'Move', cell: (item) => <FromTo item={item} />, minWidth: 210 },
    {
      id: 'what',
      header: 'Layer or control',
      cell: ({ layer, control }) =>
        control === undefined ? layerName(layer ?? '') : <Link href={paths.control(control)}>{controlTitle(control)}</Link>,
      minWidth: 180,
    },
    {
      id: 'resource',
      header: 'Resource',
      cell: ({ resource, workload }) => (
        <>
          <Link href={paths.resource(resource.key)}>{resource.name ?? resource.id}</Link>
          <div className="grid-note">
            {typeName(resource.type)}, <span className="together">{resource.region}</span>
            {workload !== undefined && `, workload ${workload}`}
          </div>
        </>
      ),
      isRowHeader: true,
      minWidth: 180,
    },
    { id: 'account', header: 'Account', cell: ({ account }) => <Link href={paths.account(account)}>{account}</Link>, minWidth: 130 },
    { id: 'why', header: 'Why', cell: ({ rule, cause }) => rule ?? causeText(cause), minWidth: 180 },
  ];
}
