import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactNode } from 'react';
import type { ApiError } from '../api/http';
import type { Query } from '../api/useQuery';

/** What a question's answer looks like while it is awaited, once it is there, and where it failed. */
export function Loaded<T>({ query, what, children }: { query: Query<T>; what: string; children: (data: T) => ReactNode }) {
  if (query.loading) {
    return (
      <Box textAlign="center" padding="xxl" color="text-body-secondary">
        <Spinner /> <span role="status">Loading {what}</span>
      </Box>
    );
  }
  if (query.data === undefined) {
    return query.error === undefined ? null : <Failure what={what} error={query.error} retry={query.reload} />;
  }
  return (
    <SpaceBetween size="l">
      {query.error !== undefined && <Failure what={`a newer state of ${what}`} error={query.error} retry={query.reload} />}
      {children(query.data)}
    </SpaceBetween>
  );
}

export function Failure({ what, error, retry }: { what: string; error: ApiError; retry: () => void }) {
  const missing = error.problem.status === 404;
  if (missing && !what.startsWith('the ')) {
    return <Box color="text-body-secondary">This gateway does not tell {what}.</Box>;
  }
  return (
    <Alert
      type={missing ? 'warning' : 'error'}
      header={missing ? `There is no such ${what.replace(/^the /, '')}` : `Could not load ${what}`}
      action={missing ? undefined : <Button onClick={retry}>Try again</Button>}
    >
      {error.problem.detail}
    </Alert>
  );
}
