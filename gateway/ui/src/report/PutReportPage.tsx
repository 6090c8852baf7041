import { useSearchParams } from 'react-router';
import { api } from '../api/api';
import { useQuery } from '../api/useQuery';
import { Loaded } from '../kit/Loaded';
import { OfOrganization } from '../kit/OfOrganization';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { ReportForm } from './ReportForm';
import { formOf } from './reportForm';

export default function PutReportPage() {
  const [search] = useSearchParams();
  const corrected = search.get('report') ?? undefined;
  return (
    <Page
      title={corrected === undefined ? 'Put a report on file' : 'Correct a report on file'}
      description="Enter what stands in the report that you downloaded from AWS Artifact and read. It becomes a new catalog revision."
      above={[{ text: 'Provider evidence', href: paths.reports }]}
    >
      <OfOrganization>
        {(organization) => <Put organization={organization} corrected={corrected} series={search.get('series') ?? ''} />}
      </OfOrganization>
    </Page>
  );
}

function Put({ organization, corrected, series }: { organization: string; corrected: string | undefined; series: string }) {
  const query = useQuery(`provider-evidence/${organization}`, (signal) => api.providerEvidence(organization, signal));
  return (
    <Loaded query={query} what="the provider evidence">
      {(view) => (
        <ReportForm
          organization={organization}
          series={view.series.map((one) => one.series)}
          start={formOf(view.reports.find(({ report }) => report.id === corrected)?.report, series)}
          known={corrected !== undefined}
        />
      )}
    </Loaded>
  );
}
