import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import type { FailingControl } from '../api/posture';
import { useLayers } from '../kit/catalog';
import { count, gain } from '../kit/format';
import { type FindingFilter, paths } from '../kit/paths';
import { SeverityMark } from '../mark/SeverityMark';

/** The controls whose mending would raise the score most. */
export function ControlsToMend({ controls, of }: { controls: readonly FailingControl[]; of: FindingFilter }) {
  const layers = useLayers();
  return (
    <Table
      variant="container"
      contentDensity="compact"
      wrapLines
      header={
        <Header variant="h2" description="Points of 100 that the score would gain if every failure of the control were mended.">
          Most valuable controls to mend
        </Header>
      }
      items={controls}
      trackBy="control"
      ariaLabels={{ tableLabel: 'Most valuable controls to mend' }}
      empty={<Box color="text-body-secondary">No control fails.</Box>}
      columnDefinitions={[
        {
          id: 'control',
          header: 'Control',
          cell: ({ control, title }) => <Link href={paths.control(control)}>{title}</Link>,
          isRowHeader: true,
          minWidth: 240,
        },
        { id: 'severity', header: 'Severity', cell: ({ severity }) => <SeverityMark severity={severity} />, minWidth: 100 },
        { id: 'layer', header: 'Layer', cell: ({ layer }) => layers.name(layer), minWidth: 150 },
        {
          id: 'failing',
          header: 'Failures',
          cell: ({ control, failing }) => <Link href={paths.findings({ ...of, control })}>{count(failing)}</Link>,
          minWidth: 90,
        },
        { id: 'accounts', header: 'Accounts', cell: ({ accounts }) => count(accounts), minWidth: 90 },
        { id: 'gain', header: 'Gain', cell: (control) => gain(control.gain), minWidth: 80 },
      ]}
    />
  );
}
