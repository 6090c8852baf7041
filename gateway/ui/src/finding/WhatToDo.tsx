import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ResourceRemedy } from '../api/assessed';
import { Ways } from '../control/Ways';
import { Source } from '../mark/Source';

export function WhatToDo({ remedy, why }: { remedy: ResourceRemedy; why: string }) {
  return (
    <Container header={<Header variant="h2">What to do</Header>}>
      <SpaceBetween size="m">
        <div className="prose">
          <Box variant="h3">Why it matters</Box>
          <Box variant="p">{why}</Box>
        </div>
        {remedy.variant !== undefined && (
          <Box variant="p">
            <strong>{remedy.variant}</strong>
            {remedy.source !== undefined && (
              <>
                {' '}
                · <Source source={remedy.source} />
              </>
            )}
          </Box>
        )}
        {remedy.undecided.length > 0 && (
          <Alert type="warning">
            Another remedy is needed if this is one of the following, which could not be read: {remedy.undecided.join('; ')}.
          </Alert>
        )}
        <Ways remedy={remedy} />
      </SpaceBetween>
    </Container>
  );
}
