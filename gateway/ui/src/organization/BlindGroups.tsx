import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { BlindGroup } from '../api/posture';
import { count } from '../kit/format';
import { paths } from '../kit/paths';
import { blindStates } from './blindStates';

const named = 3;

/** What nobody can see, grouped by what would mend it. */
export function BlindGroups({ groups }: { groups: readonly BlindGroup[] }) {
  return (
    <Table
      variant="borderless"
      contentDensity="compact"
      wrapLines
      items={groups}
      trackBy={(group) => `${group.state}/${group.reason ?? ''}/${group.permission ?? ''}`}
      ariaLabels={{ tableLabel: 'What nobody can see' }}
      columnDefinitions={[
        {
          id: 'state',
          header: 'State',
          cell: ({ state }) => <StatusIndicator type={blindStates[state].type}>{blindStates[state].text}</StatusIndicator>,
          isRowHeader: true,
          minWidth: 155,
        },
        { id: 'reason', header: 'Reason', cell: ({ reason }) => reason ?? '–', minWidth: 180 },
        {
          id: 'permission',
          header: 'Permission that would mend it',
          cell: ({ permission }) => <Permission name={permission} />,
          minWidth: 220,
        },
        { id: 'scopes', header: 'Scopes', cell: ({ scopes }) => count(scopes), minWidth: 80 },
        { id: 'accounts', header: 'Accounts', cell: ({ accounts }) => <Accounts ids={accounts} />, minWidth: 160 },
      ]}
    />
  );
}

export function Permission({ name }: { name: string | undefined }) {
  return name === undefined ? (
    <>–</>
  ) : (
    <CopyToClipboard
      variant="inline"
      textToCopy={name}
      textToDisplay={name}
      copyButtonAriaLabel={`Copy ${name}`}
      copySuccessText="Copied"
      copyErrorText="Could not copy"
    />
  );
}

function Accounts({ ids }: { ids: readonly string[] }) {
  return (
    <SpaceBetween size="xxs" direction="horizontal">
      {ids.slice(0, named).map((id) => (
        <Link key={id} href={paths.account(id)}>
          {id}
        </Link>
      ))}
      {ids.length > named && <Box color="text-body-secondary">and {count(ids.length - named)} more</Box>}
    </SpaceBetween>
  );
}
