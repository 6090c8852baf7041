import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import { api } from '../api/api';
import { useQuery } from '../api/useQuery';
import { typeName } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { Configuration } from './Configuration';
import { Layers } from './Layers';
import { ResourceSummaryPanel } from './ResourceSummaryPanel';
import { Verdicts } from './Verdicts';

export default function ResourcePage() {
  const { key = '' } = useParams();
  const query = useQuery(`resource/${key}`, (signal) => api.resource(key, signal));
  const resource = query.data?.resource;
  return (
    <Page
      title={resource === undefined ? 'Resource' : (resource.name ?? resource.id)}
      description={resource === undefined ? undefined : `${typeName(resource.type)} in ${resource.region}`}
      above={[{ text: 'Resources', href: paths.resources() }]}
      actions={
        resource === undefined ? undefined : (
          <Button href={paths.findings({ account: resource.account, type: resource.type, region: resource.region })}>
            Findings beside it
          </Button>
        )
      }
    >
      <Loaded query={query} what="the resource">
        {(detail) => (
          <SpaceBetween size="l">
            <ResourceSummaryPanel detail={detail} />
            <Layers layers={detail.layers} />
            <Verdicts verdicts={detail.verdicts} />
            <Configuration configuration={detail.configuration} />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}
