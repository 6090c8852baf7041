import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import type { ControlVerdict, Source, Verified } from '../api/assessed';
import type { Verdict } from '../api/common';
import { useLayers } from '../kit/catalog';
import { ago, count, dayOf, instant } from '../kit/format';
import { paths } from '../kit/paths';
import { PartyMark } from '../mark/PartyMark';
import { SeverityMark } from '../mark/SeverityMark';
import { VerdictMark } from '../mark/VerdictMark';
import { kindNames } from '../statement/words';

const order: readonly Verdict[] = ['FAIL', 'UNKNOWN', 'PASS', 'NOT_APPLICABLE'];
const sourceNames: Record<Source, string> = { LIVE: 'live', AWS_CONFIG: 'AWS Config', SNAPSHOT: 'snapshot file' };
const weight: readonly string[] = ['critical', 'high', 'medium', 'low'];

/** Failures first, then what could not be told, the gravest of each first. */
export function byUrgency(a: ControlVerdict, b: ControlVerdict): number {
  return order.indexOf(a.verdict) - order.indexOf(b.verdict) || weight.indexOf(a.severity) - weight.indexOf(b.severity);
}

export function Verdicts({ verdicts }: { verdicts: readonly ControlVerdict[] }) {
  const layers = useLayers();
  return (
    <Table
      variant="container"
      contentDensity="compact"
      wrapLines
      items={verdicts.toSorted(byUrgency)}
      trackBy="control"
      ariaLabels={{ tableLabel: 'Verdicts' }}
      header={
        <Header variant="h2" counter={`(${count(verdicts.length)})`}>
          Verdicts
        </Header>
      }
      empty={<Box color="text-body-secondary">No automated control reads this type.</Box>}
      columnDefinitions={[
        { id: 'verdict', header: 'Verdict', cell: ({ verdict }) => <VerdictMark verdict={verdict} />, minWidth: 130 },
        { id: 'control', header: 'Control', cell: (verdict) => <ControlLink verdict={verdict} />, isRowHeader: true, minWidth: 260 },
        { id: 'severity', header: 'Severity', cell: ({ severity }) => <SeverityMark severity={severity} />, minWidth: 95 },
        { id: 'layer', header: 'Layer', cell: ({ layer }) => layers.name(layer), minWidth: 150 },
        { id: 'party', header: 'Party', cell: ({ party }) => <PartyMark party={party} />, minWidth: 110 },
        { id: 'since', header: 'Since', cell: ({ since }) => ago(since), minWidth: 110 },
        { id: 'verified', header: 'Verified', cell: ({ verified }) => <LastVerified verified={verified} />, minWidth: 130 },
      ]}
    />
  );
}

function ControlLink({ verdict: { control, title, finding, reason, permission, statement, statementKind } }: { verdict: ControlVerdict }) {
  return (
    <>
      <Link href={finding === undefined ? paths.control(control) : paths.finding(finding)}>{title}</Link>
      {reason !== undefined && <div className="grid-note">{reason}</div>}
      {statement !== undefined && statementKind !== undefined && (
        <div className="grid-note">
          decided by <Link href={paths.statement(statementKind, statement)}>{kindNames[statementKind].one.toLowerCase()}</Link>
        </div>
      )}
      {permission !== undefined && (
        <div className="grid-note">
          <span className="mono">{permission}</span> would tell
        </div>
      )}
    </>
  );
}

function LastVerified({ verified: { how, source, by, at } }: { verified: Verified }) {
  if (at === undefined) {
    return <>Not attested</>;
  }
  return (
    <span title={by === undefined ? instant(at) : `${instant(at)} by ${by}`}>
      {dayOf(at)}
      <div className="grid-note">{how === 'ATTESTATION' ? 'attested' : source === undefined ? ago(at) : sourceNames[source]}</div>
    </span>
  );
}
