import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { api } from '../api/api';
import type { Control } from '../api/catalog';
import { severities } from '../api/common';
import { useQuery } from '../api/useQuery';
import { useLayers } from '../kit/catalog';
import { counted, typeName } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { SeverityMark } from '../mark/SeverityMark';
import { assessmentName, categoryName } from './words';

export default function ControlsPage() {
  const query = useQuery('controls', api.controls);
  return (
    <Page title="Controls" description="What must hold, whose half it is, and how it is assessed.">
      <Loaded query={query} what="the controls">
        {(controls) => <ControlTable controls={controls} />}
      </Loaded>
    </Page>
  );
}

function ControlTable({ controls }: { controls: readonly Control[] }) {
  const layers = useLayers();
  const {
    items,
    filterProps,
    collectionProps,
    filteredItemsCount = 0,
  } = useCollection(controls, {
    filtering: { fields: ['id', 'title', 'type', 'service', 'layer', 'severity', 'category'] },
    sorting: {},
  });
  return (
    <Table
      {...collectionProps}
      variant="container"
      contentDensity="compact"
      stickyHeader
      wrapLines
      items={items}
      trackBy="id"
      ariaLabels={{ tableLabel: 'Controls' }}
      header={
        <Header variant="h2" counter={`(${controls.length})`}>
          All controls
        </Header>
      }
      filter={
        <TextFilter
          {...filterProps}
          filteringAriaLabel="Find controls"
          filteringPlaceholder="Find controls by title, type, layer, severity"
          countText={counted(filteredItemsCount, 'match', 'matches')}
        />
      }
      empty={<Box color="text-body-secondary">{controls.length === 0 ? 'The catalog has no control.' : 'No control matches.'}</Box>}
      columnDefinitions={columns(layers.name)}
    />
  );
}

function columns(layerName: (id: string) => string): TableProps.ColumnDefinition<Control>[] {
  return [
    {
      id: 'title',
      header: 'Control',
      sortingField: 'title',
      cell: ({ id, title }) => (
        <>
          <Link href={paths.control(id)}>{title}</Link>
          <div className="grid-note">{id}</div>
        </>
      ),
      isRowHeader: true,
      minWidth: 280,
    },
    {
      id: 'severity',
      header: 'Severity',
      sortingComparator: (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
      cell: ({ severity }) => <SeverityMark severity={severity} />,
      minWidth: 110,
    },
    { id: 'category', header: 'Category', sortingField: 'category', cell: ({ category }) => categoryName(category), minWidth: 150 },
    { id: 'layer', header: 'Layer', sortingField: 'layer', cell: ({ layer }) => layerName(layer), minWidth: 160 },
    { id: 'type', header: 'Reads', sortingField: 'type', cell: ({ type }) => (type === undefined ? '–' : typeName(type)), minWidth: 150 },
    {
      id: 'assessment',
      header: 'Assessed',
      sortingField: 'assessment',
      cell: ({ assessment }) => assessmentName(assessment),
      minWidth: 140,
    },
  ];
}
