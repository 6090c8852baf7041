import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import type { Statement } from '../api/statements';
import { instant } from '../kit/format';
import { paths } from '../kit/paths';
import { stateLooks } from './words';

/** Who proposed it, who decided, and what revoked it where. */
export function StatementHistory({ statement }: { statement: Statement }) {
  const { author, authorId, proposedAt, decidedBy, decidedById, decidedAt, decision, revocations, state } = statement;
  return (
    <Container header={<Header variant="h2">History of decisions</Header>}>
      <ol className="history">
        <li>
          <strong>Proposed</strong> by <Someone name={author} id={authorId} /> <span className="grid-note">{instant(proposedAt)}</span>
        </li>
        {decidedBy !== undefined && (
          <li>
            <strong>{['REJECTED', 'WITHDRAWN'].includes(state) ? stateLooks[state].text : 'Approved'}</strong> by{' '}
            <Someone name={decidedBy} id={decidedById} /> <span className="grid-note">{instant(decidedAt)}</span>
            {decision !== undefined && <div>{decision}</div>}
          </li>
        )}
        {revocations.map(({ account, finding, at, reason }) => (
          <li key={`${account}/${at}`}>
            <strong>Revoked</strong> for <Link href={paths.account(account)}>account {account}</Link>{' '}
            <span className="grid-note">{instant(at)}</span>
            <div>
              {reason}
              {finding !== undefined && (
                <>
                  {' '}
                  <Link href={paths.finding(finding)}>The finding that contradicts it</Link>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Container>
  );
}

/** A name, and whether anybody had proven whose it is. */
function Someone({ name, id }: { name: string; id: string | undefined }) {
  return id === undefined ? (
    <>
      {name} <span className="grid-note">(not verified)</span>
    </>
  ) : (
    <span title={id}>{name}</span>
  );
}
