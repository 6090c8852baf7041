import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import type { Gap } from '../api/posture';
import { useControls } from '../kit/catalog';
import { count, gain } from '../kit/format';
import { type FindingFilter, paths } from '../kit/paths';

export function TopGaps({ of, gaps }: { of: FindingFilter; gaps: readonly Gap[] }) {
  const controls = useControls();
  return (
    <Table
      variant="borderless"
      contentDensity="compact"
      wrapLines
      items={gaps}
      trackBy="control"
      ariaLabels={{ tableLabel: 'Top gaps' }}
      empty={<Box color="text-body-secondary">No control fails.</Box>}
      columnDefinitions={[
        {
          id: 'control',
          header: 'Control',
          cell: ({ control }) => <Link href={paths.control(control)}>{controls.title(control)}</Link>,
          isRowHeader: true,
          minWidth: 260,
        },
        {
          id: 'failing',
          header: 'Failures',
          cell: ({ control, failing }) => <Link href={paths.findings({ ...of, control })}>{count(failing)}</Link>,
          minWidth: 90,
        },
        { id: 'gain', header: 'Gain in points', cell: (gap) => gain(gap.gain), minWidth: 120 },
      ]}
    />
  );
}
