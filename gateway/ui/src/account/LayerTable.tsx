import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import { useMemo } from 'react';
import type { Scorecard } from '../api/posture';
import { unpack } from '../api/tallies';
import { useControls, useLayers } from '../kit/catalog';
import { count, percent } from '../kit/format';
import { type FindingFilter, paths } from '../kit/paths';
import { CountsBar } from '../mark/CountsBar';
import { coverageOf, layerCounts } from './layerCounts';

export function LayerTable({ scorecard: { tallies }, of }: { scorecard: Scorecard; of: FindingFilter }) {
  const layers = useLayers();
  const controls = useControls();
  const items = useMemo(
    () => (tallies === undefined ? [] : layerCounts(unpack(tallies), controls.all, layers.all)),
    [tallies, controls.all, layers.all],
  );
  return (
    <Table
      variant="borderless"
      contentDensity="compact"
      items={items}
      trackBy="layer"
      ariaLabels={{ tableLabel: 'Verdicts by layer' }}
      empty={<Box color="text-body-secondary">No control has judged this account yet.</Box>}
      columnDefinitions={[
        { id: 'layer', header: 'Layer', cell: ({ layer }) => layers.name(layer), isRowHeader: true, minWidth: 170 },
        { id: 'bar', header: 'Pass, fail, unknown', cell: ({ counts }) => <CountsBar counts={counts} />, minWidth: 180 },
        { id: 'pass', header: 'Pass', cell: ({ counts }) => count(counts.pass), minWidth: 80 },
        {
          id: 'fail',
          header: 'Fail',
          cell: ({ layer, counts }) =>
            counts.fail === 0 ? '0' : <Link href={paths.findings({ ...of, layer })}>{count(counts.fail)}</Link>,
          minWidth: 80,
        },
        { id: 'unknown', header: 'Unknown', cell: ({ counts }) => count(counts.unknown), minWidth: 90 },
        { id: 'waived', header: 'Waived', cell: ({ counts }) => count(counts.waived), minWidth: 85 },
        { id: 'na', header: 'Not applicable', cell: ({ counts }) => count(counts.notApplicable), minWidth: 120 },
        { id: 'coverage', header: 'Coverage', cell: ({ counts }) => percent(coverageOf(counts)), minWidth: 90 },
      ]}
    />
  );
}
