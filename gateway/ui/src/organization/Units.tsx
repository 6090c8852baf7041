import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Unit } from '../api/posture';
import { count, percent } from '../kit/format';
import { GradeMark } from '../mark/GradeMark';
import { ScoreRange } from '../mark/ScoreRange';

/** Organisational units down the tree, each with all that is below it. */
export function Units({ units }: { units: readonly Unit[] }) {
  return (
    <Table
      variant="container"
      contentDensity="compact"
      header={
        <Header variant="h2" counter={`(${count(units.length)})`}>
          Organisational units
        </Header>
      }
      items={units}
      trackBy={({ path }) => path.join('/')}
      ariaLabels={{ tableLabel: 'Organisational units' }}
      columnDefinitions={[
        { id: 'unit', header: 'Unit', cell: (unit) => <UnitName path={unit.path} />, isRowHeader: true, minWidth: 180 },
        { id: 'accounts', header: 'Accounts', cell: ({ accounts }) => count(accounts), minWidth: 90 },
        { id: 'worst', header: 'Worst grade', cell: ({ worst }) => <GradeMark grade={worst} />, minWidth: 110 },
        { id: 'score', header: 'Score and range', cell: ({ overall }) => <ScoreRange score={overall} />, minWidth: 150 },
        { id: 'coverage', header: 'Coverage', cell: ({ overall }) => percent(overall.coverage), minWidth: 90 },
        { id: 'fail', header: 'Failures', cell: ({ overall }) => count(overall.counts.fail), minWidth: 90 },
        { id: 'unknown', header: 'Unknown', cell: ({ overall }) => count(overall.counts.unknown), minWidth: 90 },
      ]}
    />
  );
}

function UnitName({ path }: { path: readonly string[] }) {
  return (
    <span style={{ paddingInlineStart: `${path.length * 20}px` }}>
      {path.at(-1) ?? 'Whole organisation'}
      {path.length > 1 && <span className="unseen"> in {path.slice(0, -1).join(', ')}</span>}
    </span>
  );
}
