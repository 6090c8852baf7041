import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import { api } from '../api/api';
import type { ReportOnFile } from '../api/reports';
import type { Statement, StatementKind } from '../api/statements';
import { useQuery } from '../api/useQuery';
import { counted, dayOf } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { paths } from '../kit/paths';
import { kindNames } from '../statement/words';

const days = 30;
const shown = 5;
const most = 50;
const kinds: readonly StatementKind[] = ['ATTESTATION', 'WAIVER', 'DECLARATION'];

interface Lapse {
  key: string;
  what: string;
  title: string;
  href: string;
  at: string;
}

/** Attestations, waivers, declarations and provider evidence that end within thirty days. */
export function Expiring({ organization }: { organization: string }) {
  const query = useQuery(`expiring/${organization}`, (signal) => lapses(organization, signal));
  return (
    <Container fitHeight header={<Header variant="h2">Expires in {days} days</Header>}>
      <Loaded query={query} what="what expires">
        {(all) => (
          <>
            {all.length === 0 && <Box color="text-body-secondary">Nothing expires.</Box>}
            <ul className="news">
              {all.slice(0, shown).map(({ key, what, title, href, at }) => (
                <li key={key}>
                  <span className="together">{dayOf(at)}</span> {what} <Link href={href}>{title}</Link>
                </li>
              ))}
            </ul>
            {all.length > shown && <Box color="text-body-secondary">and {counted(all.length - shown, 'more')}</Box>}
          </>
        )}
      </Loaded>
    </Container>
  );
}

async function lapses(organization: string, signal: AbortSignal): Promise<Lapse[]> {
  const until = new Date(Date.now() + days * 86_400_000).toISOString();
  const [evidence, ...statements] = await Promise.all([
    api.providerEvidence(organization, signal),
    ...kinds.map((kind) => api.statements(kind, { organization, state: 'ACTIVE', expiresBefore: until, limit: most }, signal)),
  ]);
  return [
    ...evidence.reports.filter(({ current, currentUntil }) => current && currentUntil < until.slice(0, 10)).map(ofReport),
    ...statements.flatMap(({ items }) => items.map(ofStatement)),
  ].sort((a, b) => a.at.localeCompare(b.at));
}

function ofReport({ report, currentUntil }: ReportOnFile): Lapse {
  return { key: report.id, what: 'AWS report', title: report.title, href: paths.report(report.id), at: `${currentUntil}T00:00:00` };
}

function ofStatement({ id, kind, title, expiresAt }: Statement): Lapse {
  return { key: id, what: kindNames[kind].one, title, href: paths.statement(kind, id), at: expiresAt };
}
