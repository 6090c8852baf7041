import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Finding } from '../api/assessed';
import { useControls } from '../kit/catalog';
import { has, useMe } from '../kit/me';
import { paths } from '../kit/paths';

/** What may be said of a finding: that it is accepted for a time or, where the control allows it, meant to be so. */
export function FindingActions({ finding: { state, control, resource, waiver } }: { finding: Finding }) {
  const declarable = useControls().all.find(({ id }) => id === control)?.declarable;
  const states = has(useMe().data, 'OWNER');
  const about = { control, resource: resource.key };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {states && state === 'OPEN' && declarable !== undefined && (
        <Button href={paths.propose('DECLARATION', about)}>Declare {declarable}</Button>
      )}
      {states && state === 'OPEN' && <Button href={paths.propose('WAIVER', about)}>Waive</Button>}
      {waiver !== undefined && <Button href={paths.statement('WAIVER', waiver)}>Its waiver</Button>}
      <Button href={paths.resource(resource.key)}>Open the resource</Button>
    </SpaceBetween>
  );
}
