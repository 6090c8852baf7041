import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Assurance, Score } from '../api/posture';
import { count, counted, percent, points } from '../kit/format';
import { ScoreRange } from '../mark/ScoreRange';

export interface Scored {
  overall: Score;
  customer: Score;
  shared: Score;
  assurance: Assurance;
}

/** Security Hub's measure, for comparison, with what it is made of. */
export interface SecurityHubMeasure {
  value: number | undefined;
  madeOf: string;
}

/** Scores with their ranges, beside them what AWS's part is covered by, which is never averaged with them. */
export function Scores({ view, securityHub }: { view: Scored; securityHub: SecurityHubMeasure }) {
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Of 100, weighted by severity. The range has everything unknown as a failure at its lower end, as a pass at its upper."
        >
          Scores
        </Header>
      }
    >
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'Customer’s part, overall', value: <Part score={view.overall} /> },
          { label: 'Customer’s own controls', value: <Part score={view.customer} /> },
          { label: 'Customer’s half of shared', value: <Part score={view.shared} /> },
          { label: 'Assurance on file (AWS)', value: <OnFile assurance={view.assurance} /> },
          { label: 'Security Hub’s measure', value: <Compared measure={securityHub} /> },
        ]}
      />
    </Container>
  );
}

function Part({ score }: { score: Score }) {
  return (
    <>
      <ScoreRange score={score} large />
      <Box variant="small" color="text-body-secondary" display="block">
        Coverage {percent(score.coverage)} · {counted(score.counts.fail, 'failure')} · {count(score.counts.unknown)} unknown
        {score.counts.waived > 0 && ` · ${count(score.counts.waived)} waived`}
      </Box>
    </>
  );
}

function Compared({ measure }: { measure: SecurityHubMeasure }) {
  return (
    <>
      <span className="score-large">
        <span className="score-value">{points(measure.value)}</span>
      </span>
      <Box variant="small" color="text-body-secondary" display="block">
        {measure.madeOf}
      </Box>
    </>
  );
}

function OnFile({ assurance }: { assurance: Assurance }) {
  return (
    <>
      <span className="score-large">
        <span className="score-value">
          {assurance.controls === 0 ? '–' : `${count(assurance.covered)} of ${count(assurance.controls)}`}
        </span>
      </span>
      <Box variant="small" color="text-body-secondary" display="block">
        inherited and shared controls whose AWS half a current report covers; not part of any score
      </Box>
    </>
  );
}
