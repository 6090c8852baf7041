import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { api } from '../api/api';
import type { Scan } from '../api/scans';
import { useQuery } from '../api/useQuery';
import { count, counted, instant, typeName } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { useLive } from '../kit/live';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { Scopes } from './Scopes';
import { triggerName } from './words';

const TOLD_AT_ONCE = 5;

export default function ScanPage() {
  const { id = '' } = useParams();
  const query = useQuery(`scan/${id}`, (signal) => api.scan(id, signal));
  useLive('scan', ({ scan }) => scan === id, query.reload);
  return (
    <Page title={`Scan ${id}`} above={[{ text: 'Scans', href: paths.scans }]}>
      <Loaded query={query} what="the scan">
        {(scan) => (
          <SpaceBetween size="l">
            {scan.state === 'FAILED' && (
              <Alert type="error" header="Nothing was read">
                {scan.reason}
              </Alert>
            )}
            <Summary scan={scan} />
            {scan.state !== 'FAILED' && <Scopes scopes={scan.scopes} />}
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

function Summary({ scan }: { scan: Scan }) {
  const { request, planned, ended, resources, state } = scan;
  return (
    <Container>
      <SpaceBetween size="l">
        {state !== 'FAILED' && (
          <ProgressBar
            label={state === 'RUNNING' ? 'Scopes read' : 'Every scope has ended'}
            description={`${count(ended)} of ${counted(planned, 'scope')}`}
            value={planned === 0 ? 0 : Math.floor((100 * ended) / planned)}
            additionalInfo={notesOf(scan).join(' ')}
          />
        )}
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'Asked for by', value: triggerName(request.trigger) },
            { label: 'Asked for', value: instant(request.requestedAt) },
            { label: 'Ended', value: instant(scan.endedAt) },
            { label: 'Resources', value: count(resources) },
            { label: 'Accounts', value: list(request.accounts, 'account') },
            { label: 'Regions', value: list(request.regions, 'region') },
            { label: 'Types', value: list(request.types.map(typeName), 'type') },
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}

function notesOf({ notComplete, remarked, overruled }: Scan): string[] {
  const notes = [notComplete === 0 ? 'None could not be read.' : `${counted(notComplete, 'scope')} could not be read completely.`];
  if (remarked > 0) {
    notes.push(`${counted(remarked, 'scope')} with a remark on what was listed.`);
  }
  if (overruled > 0) {
    notes.push(`${counted(overruled, 'scope')} not taken, since another reading speaks.`);
  }
  return notes;
}

/** Many are counted and told on request. */
function list(values: readonly string[], noun: string): ReactNode {
  if (values.length === 0) {
    return 'All';
  }
  return values.length <= TOLD_AT_ONCE ? (
    values.join(', ')
  ) : (
    <ExpandableSection variant="inline" headerText={counted(values.length, noun)}>
      {values.join(', ')}
    </ExpandableSection>
  );
}
