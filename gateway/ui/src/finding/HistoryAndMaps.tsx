import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import type { FindingDetail, Interval } from '../api/assessed';
import { Maps } from '../control/Maps';
import { ago, instant } from '../kit/format';
import { paths } from '../kit/paths';

export function HistoryAndMaps({ detail: { finding, history, maps } }: { detail: FindingDetail }) {
  return (
    <ColumnLayout columns={2}>
      <Container header={<Header variant="h2">History</Header>} fitHeight>
        <ol className="history">
          {history.map((interval) => (
            <Time key={interval.since} interval={interval} />
          ))}
        </ol>
      </Container>
      <Container
        fitHeight
        header={
          <Header variant="h2" actions={<Link href={paths.control(finding.control)}>The control</Link>}>
            Frameworks and peers
          </Header>
        }
      >
        <Maps maps={maps} />
      </Container>
    </ColumnLayout>
  );
}

function Time({ interval: { since, until } }: { interval: Interval }) {
  return (
    <li>
      {until === undefined ? (
        <>
          <strong>Open</strong> since {instant(since)} <span className="grid-note">({ago(since)})</span>
        </>
      ) : (
        <>
          Open from {instant(since)} to {instant(until)}
        </>
      )}
    </li>
  );
}
