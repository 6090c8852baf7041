import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Remedy } from '../api/catalog';
import { Ways } from '../control/Ways';

export function WhatToDo({ remedy, why }: { remedy: Remedy; why: string }) {
  return (
    <Container header={<Header variant="h2">What to do</Header>}>
      <SpaceBetween size="m">
        <div className="prose">
          <Box variant="h3">Why it matters</Box>
          <Box variant="p">{why}</Box>
        </div>
        <Ways remedy={remedy} />
      </SpaceBetween>
    </Container>
  );
}
