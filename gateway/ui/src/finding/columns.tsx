import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import type { Finding } from '../api/assessed';
import { ago, dayOf, typeName } from '../kit/format';
import { paths } from '../kit/paths';
import { PartyMark } from '../mark/PartyMark';
import { SeverityMark } from '../mark/SeverityMark';

export const columns: TableProps.ColumnDefinition<Finding>[] = [
  { id: 'severity', header: 'Severity', cell: ({ severity }) => <SeverityMark severity={severity} />, minWidth: 95 },
  {
    id: 'title',
    header: 'Finding',
    cell: ({ id, title, reason }) => (
      <>
        <Link href={paths.finding(id)}>{title}</Link>
        {reason !== undefined && <div className="grid-note">{reason}</div>}
      </>
    ),
    isRowHeader: true,
    minWidth: 230,
  },
  {
    id: 'resource',
    header: 'Resource',
    cell: ({ resource }) => (
      <>
        <Link href={paths.resource(resource.key)}>{resource.name ?? resource.id}</Link>
        <div className="grid-note">
          {typeName(resource.type)}, <span className="together">{resource.region}</span>
        </div>
      </>
    ),
    minWidth: 160,
  },
  { id: 'party', header: 'Whose', cell: ({ owner }) => <PartyMark party={owner.party} />, minWidth: 110 },
  {
    id: 'account',
    header: 'Account',
    cell: ({ owner, resource }) => (
      <>
        <Link href={paths.account(owner.account)}>{owner.accountName}</Link>
        <div className="grid-note">{owner.account}</div>
        {owner.account !== resource.account && <div className="grid-note">inherited by {resource.account}</div>}
      </>
    ),
    minWidth: 130,
  },
  { id: 'team', header: 'Team', cell: ({ owner }) => owner.team ?? <em>No team</em>, minWidth: 95 },
  { id: 'since', header: 'Since', cell: ({ since }) => <span title={dayOf(since)}>{ago(since)}</span>, minWidth: 95 },
  { id: 'due', header: 'Due', cell: (finding) => <Due finding={finding} />, minWidth: 115 },
];

export function Due({ finding: { state, until, dueAt } }: { finding: Finding }) {
  if (state === 'RESOLVED') {
    return <StatusAndDay type="success" status="Resolved" day={until} />;
  }
  if (state === 'WAIVED') {
    return <StatusIndicator type="info">Waived</StatusIndicator>;
  }
  if (dueAt === undefined) {
    return <>No date</>;
  }
  return new Date(dueAt) < new Date() ? <StatusAndDay type="warning" status="Overdue" day={dueAt} /> : <>{dayOf(dueAt)}</>;
}

function StatusAndDay({ type, status, day }: { type: 'success' | 'warning'; status: string; day: string | undefined }) {
  return (
    <>
      <StatusIndicator type={type}>{status}</StatusIndicator> <span className="grid-note together">{dayOf(day)}</span>
    </>
  );
}
