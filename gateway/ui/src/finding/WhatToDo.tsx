import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { Remedy } from '../api/catalog';

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

export function Ways({ remedy: { console: steps, cli, terraform } }: { remedy: Remedy }) {
  const tabs = [
    ...(steps === undefined ? [] : [{ id: 'console', label: 'Console', content: <div className="prose steps">{steps}</div> }]),
    ...(cli === undefined ? [] : [{ id: 'cli', label: 'AWS CLI', content: <Code code={cli} name="command" /> }]),
    ...(terraform === undefined ? [] : [{ id: 'terraform', label: 'Terraform', content: <Code code={terraform} name="Terraform" /> }]),
  ];
  return tabs.length === 0 ? (
    <Box color="text-body-secondary">The catalog gives no remedy for this control.</Box>
  ) : (
    <Tabs tabs={tabs} ariaLabel="Ways to mend it" />
  );
}

function Code({ code, name }: { code: string; name: string }) {
  return (
    <SpaceBetween size="xs">
      <pre className="code" tabIndex={0} aria-label={name}>
        {code}
      </pre>
      <CopyToClipboard
        copyButtonText="Copy"
        copyButtonAriaLabel={`Copy the ${name}`}
        copySuccessText="Copied"
        copyErrorText="Could not copy"
        textToCopy={code}
      />
    </SpaceBetween>
  );
}
