import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { Ways as WaysToMend } from '../api/catalog';

/** The ways to mend what a control finds: in the console, by command, by Terraform. */
export function Ways({ remedy: { console: steps, cli, terraform } }: { remedy: WaysToMend }) {
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
      <pre className="code" role="group" tabIndex={0} aria-label={name}>
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
