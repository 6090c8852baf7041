import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import Tabs from '@cloudscape-design/components/tabs';
import type { ResourceConfiguration } from '../api/assessed';
import type { JsonValue } from '../api/common';
import { ConfigurationTree } from './ConfigurationTree';

/** The configuration that was judged, as a tree to walk and as the text it is. */
export function Configuration({ configuration }: { configuration: ResourceConfiguration }) {
  const text = JSON.stringify(configuration, null, 2);
  const value: JsonValue = {
    configuration: configuration.configuration,
    supplementaryConfiguration: configuration.supplementaryConfiguration,
    tags: configuration.tags,
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <CopyToClipboard
              copyButtonText="Copy JSON"
              copyButtonAriaLabel="Copy JSON of the configuration"
              copySuccessText="Copied"
              copyErrorText="Could not copy"
              textToCopy={text}
            />
          }
        >
          Configuration
        </Header>
      }
    >
      <Tabs
        ariaLabel="Ways to read the configuration"
        tabs={[
          { id: 'tree', label: 'Tree', content: <ConfigurationTree value={value} unread={configuration.unread} /> },
          {
            id: 'json',
            label: 'JSON',
            content: (
              <pre className="code" role="group" tabIndex={0} aria-label="Configuration as JSON">
                {text}
              </pre>
            ),
          },
        ]}
      />
    </Container>
  );
}
