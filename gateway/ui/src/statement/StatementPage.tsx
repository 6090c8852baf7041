import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../api/api';
import type { EvidenceFile, Statement, StatementKind } from '../api/statements';
import { useQuery } from '../api/useQuery';
import { useLayers } from '../kit/catalog';
import { ago, counted, instant } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { SeverityMark } from '../mark/SeverityMark';
import { Actions } from './Actions';
import { EraseEvidence } from './EraseEvidence';
import { EvidenceTable } from './EvidenceTable';
import { StateMark } from './StateMark';
import { StatementHistory } from './StatementHistory';
import { kindNames, scopeText } from './words';

export default function StatementPage({ kind }: { kind: StatementKind }) {
  const { id = '' } = useParams();
  const query = useQuery(`${kind}/${id}`, (signal) => api.statement(kind, id, signal));
  const names = kindNames[kind];
  return (
    <Page
      title={query.data?.title ?? names.one}
      description={`${names.one} ${id}`}
      above={[{ text: names.many, href: paths.statements(kind) }]}
      actions={query.data !== undefined && <Actions statement={query.data} reload={query.reload} />}
    >
      <Loaded query={query} what={`the ${names.one.toLowerCase()}`}>
        {(statement) => (
          <SpaceBetween size="l">
            <Facts statement={statement} />
            <Container header={<Header variant="h2">{names.text}</Header>}>
              <div className="prose">{statement.text}</div>
            </Container>
            {statement.compensatingControl !== undefined && (
              <Container header={<Header variant="h2">Compensating control</Header>}>
                <div className="prose">{statement.compensatingControl}</div>
              </Container>
            )}
            <Evidence files={statement.evidence} reload={query.reload} />
            <StatementHistory statement={statement} />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

function Evidence({ files, reload }: { files: readonly EvidenceFile[]; reload: () => void }) {
  const [erasing, setErasing] = useState<EvidenceFile>();
  const erased = files.filter((file) => file.erased !== undefined).length;
  return (
    <SpaceBetween size="s">
      {erased > 0 && (
        <Alert type="warning">{`Erased: ${erased} of ${counted(files.length, 'evidence file')}. The hash alone tells what was shown.`}</Alert>
      )}
      <EvidenceTable files={files} erase={setErasing} />
      {erasing !== undefined && <EraseEvidence file={erasing} close={() => setErasing(undefined)} done={reload} />}
    </SpaceBetween>
  );
}

function Facts({ statement }: { statement: Statement }) {
  const layers = useLayers();
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'State', value: <StateMark state={statement.state} /> },
          { label: 'Control', value: <Link href={paths.control(statement.control)}>{statement.control}</Link> },
          { label: 'Severity', value: <SeverityMark severity={statement.severity} /> },
          { label: 'Layer', value: layers.name(statement.layer) },
          { label: 'Covers', value: <Covers statement={statement} /> },
          { label: 'Holds from', value: statement.validFrom === undefined ? 'Its approval' : instant(statement.validFrom) },
          {
            label: 'Ends',
            value: (
              <>
                {instant(statement.expiresAt)}
                <div className="grid-note">{ago(statement.expiresAt)}</div>
              </>
            ),
          },
          { label: 'To be renewed', value: statement.renewalDays === undefined ? '–' : `every ${statement.renewalDays} days` },
        ]}
      />
    </Container>
  );
}

function Covers({ statement }: { statement: Statement }) {
  const { resources = [], accounts = [] } = statement.scope;
  return (
    <>
      {scopeText(statement)}
      {resources.map((key) => (
        <div key={key}>
          <Link href={paths.resource(key)}>{key}</Link>
        </div>
      ))}
      {resources.length === 0 &&
        accounts.length > 1 &&
        accounts.map((id) => (
          <div key={id}>
            <Link href={paths.account(id)}>{id}</Link>
          </div>
        ))}
    </>
  );
}
