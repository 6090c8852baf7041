import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import { api } from '../api/api';
import type { Control } from '../api/catalog';
import { useQuery } from '../api/useQuery';
import { useControls, useLayers } from '../kit/catalog';
import { typeName } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { Only } from '../kit/me';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { SeverityMark } from '../mark/SeverityMark';
import { Maps } from './Maps';
import { Remedies } from './Remedies';
import { assessmentName, categoryName } from './words';

export default function ControlPage() {
  const { id = '' } = useParams();
  const query = useQuery(`control/${id}`, (signal) => api.control(id, signal));
  return (
    <Page
      title={query.data?.title ?? 'Control'}
      description={id}
      above={[{ text: 'Controls', href: paths.controls }]}
      actions={
        query.data?.assessment === 'ATTESTATION' ? (
          <SpaceBetween direction="horizontal" size="xs">
            <Button href={`${paths.statements('ATTESTATION')}?control=${encodeURIComponent(id)}`}>Its attestations</Button>
            <Only as={['OWNER']}>
              <Button variant="primary" href={paths.propose('ATTESTATION', { control: id })}>
                Attest
              </Button>
            </Only>
          </SpaceBetween>
        ) : (
          <Button href={paths.findings({ control: id })}>Its findings</Button>
        )
      }
    >
      <Loaded query={query} what="the control">
        {(control) => (
          <SpaceBetween size="l">
            <Facts control={control} />
            <Container header={<Header variant="h2">Why it matters</Header>}>
              <div className="prose">{control.why}</div>
            </Container>
            {control.assert !== undefined && <Expressions control={control} />}
            <ContradictedBy control={control} />
            {control.provider !== undefined && (
              <Container header={<Header variant="h2">AWS’s half</Header>}>
                <div className="prose">{control.provider.duty}</div>
                <Box color="text-body-secondary">Covered by a current report of {control.provider.evidence.join(', ')}.</Box>
              </Container>
            )}
            <Container header={<Header variant="h2">What to do when it fails</Header>}>
              <Remedies remedy={control.remedy} />
            </Container>
            <Container header={<Header variant="h2">Frameworks and peers</Header>}>
              <Maps maps={control.maps} />
            </Container>
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

function Facts({ control }: { control: Control }) {
  const layers = useLayers();
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'Severity', value: <SeverityMark severity={control.severity} /> },
          { label: 'Category', value: categoryName(control.category) },
          { label: 'Layer', value: layers.name(control.layer) },
          { label: 'Assessed', value: assessmentName(control.assessment) },
          { label: 'Reads', value: control.type === undefined ? '–' : typeName(control.type) },
          { label: 'Service', value: control.service ?? 'All services' },
          { label: 'Duties', value: control.duties.join(', ') || '–' },
          { label: 'Number', value: control.number },
          ...(control.renewalDays === undefined ? [] : [{ label: 'Attested anew', value: `after ${control.renewalDays} days` }]),
          ...(control.declarable === undefined ? [] : [{ label: 'May be declared', value: control.declarable }]),
        ]}
      />
    </Container>
  );
}

function ContradictedBy({ control: { contradictedBy = [] } }: { control: Control }) {
  const { title } = useControls();
  return contradictedBy.length === 0 ? null : (
    <Container
      header={
        <Header variant="h2" description="A failure of one of these revokes an attestation of this one.">
          What contradicts it
        </Header>
      }
    >
      <ul className="points">
        {contradictedBy.map((id) => (
          <li key={id}>
            <Link href={paths.control(id)}>{title(id)}</Link>
          </li>
        ))}
      </ul>
    </Container>
  );
}

function Expressions({ control }: { control: Control }) {
  return (
    <Container
      header={
        <Header variant="h2" description="CEL over the resource’s configuration.">
          How it is judged
        </Header>
      }
    >
      <SpaceBetween size="s">
        {control.when !== undefined && <Expression name="Applies when" text={control.when} />}
        <Expression name="Must hold" text={control.assert ?? ''} />
        <div>
          <Box variant="awsui-key-label">Evidence</Box>
          {control.evidence.map((path) => (
            <span key={path} className="chip mono">
              {path}
            </span>
          ))}
        </div>
      </SpaceBetween>
    </Container>
  );
}

function Expression({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <Box variant="awsui-key-label">{name}</Box>
      <pre className="code" role="group" tabIndex={0} aria-label={name}>
        {text}
      </pre>
    </div>
  );
}
