import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FindingDetail, ProviderHalf } from '../api/assessed';
import type { ProviderEvidence } from '../api/catalog';
import { date } from '../kit/format';
import { EvidenceList } from '../mark/EvidenceList';
import { PartyMark } from '../mark/PartyMark';
import { Source } from '../mark/Source';
import { VerdictMark } from '../mark/VerdictMark';
import { spanOf } from '../report/words';

/** The evidence of the verdict; where the control is shared, both halves. */
export function IsItDone({ detail }: { detail: FindingDetail }) {
  return (
    <Container
      header={
        <Header variant="h2" description={detail.provider === undefined ? undefined : 'A shared control holds only if both halves do.'}>
          Is it done
        </Header>
      }
    >
      {detail.provider === undefined ? (
        <CustomerHalf detail={detail} />
      ) : (
        <ColumnLayout columns={2} borders="vertical">
          <SpaceBetween size="s">
            <Box variant="h3">Customer’s half</Box>
            <CustomerHalf detail={detail} />
          </SpaceBetween>
          <AwsHalf half={detail.provider} />
        </ColumnLayout>
      )}
    </Container>
  );
}

function CustomerHalf({ detail: { customerHalf, finding, evidence } }: { detail: FindingDetail }) {
  return (
    <SpaceBetween size="s">
      <div>
        <VerdictMark verdict={customerHalf} /> {finding.reason !== undefined && <span>{finding.reason}</span>}
      </div>
      <EvidenceList evidence={evidence} label="Evidence of the verdict" />
    </SpaceBetween>
  );
}

function AwsHalf({ half }: { half: ProviderHalf }) {
  return (
    <SpaceBetween size="s">
      <Box variant="h3">
        <PartyMark party="AWS" /> half
      </Box>
      <div>
        <VerdictMark verdict={half.verdict} /> {half.reason}
      </div>
      <Box variant="p">{half.duty}</Box>
      {half.evidence.length > 0 && (
        <ul className="reports">
          {half.evidence.map((report) => (
            <Report key={report.id} report={report} />
          ))}
        </ul>
      )}
    </SpaceBetween>
  );
}

function Report({ report }: { report: ProviderEvidence }) {
  return (
    <li>
      <strong>{report.title}</strong>
      <div className="grid-note">
        {spanOf(report)}, issued {date(report.issuedOn)} · <Source source={report.source} />
      </div>
      {report.exceptions.length > 0 && <div className="grid-note">Exceptions: {report.exceptions.join('; ')}</div>}
      {report.expects.length > 0 && <div className="grid-note">Expects of the customer: {report.expects.join('; ')}</div>}
    </li>
  );
}
