import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { lazy } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { LiveEvents } from '../api/events';
import { collections, type StatementKind } from '../api/statements';
import { LiveProvider } from '../kit/live';
import { MeProvider } from '../kit/me';
import { NoticesProvider } from '../kit/notices';
import { OrganizationsProvider } from '../kit/organizations';
import { NotFoundPage } from './NotFoundPage';
import { Shell } from './Shell';

const OrganizationPage = lazy(() => import('../organization/OrganizationPage'));
const AccountsPage = lazy(() => import('../account/AccountsPage'));
const AccountPage = lazy(() => import('../account/AccountPage'));
const FindingsPage = lazy(() => import('../finding/FindingsPage'));
const FindingPage = lazy(() => import('../finding/FindingPage'));
const ResourcesPage = lazy(() => import('../resource/ResourcesPage'));
const ResourcePage = lazy(() => import('../resource/ResourcePage'));
const MatrixPage = lazy(() => import('../responsibility/MatrixPage'));
const ComparePage = lazy(() => import('../responsibility/ComparePage'));
const ControlsPage = lazy(() => import('../control/ControlsPage'));
const ControlPage = lazy(() => import('../control/ControlPage'));
const TeamsPage = lazy(() => import('../team/TeamsPage'));
const UnownedPage = lazy(() => import('../team/UnownedPage'));
const DriftPage = lazy(() => import('../drift/DriftPage'));
const StatementsPage = lazy(() => import('../statement/StatementsPage'));
const StatementPage = lazy(() => import('../statement/StatementPage'));
const ProposePage = lazy(() => import('../statement/ProposePage'));
const FrameworksPage = lazy(() => import('../framework/FrameworksPage'));
const FrameworkPage = lazy(() => import('../framework/FrameworkPage'));
const ReportsPage = lazy(() => import('../report/ReportsPage'));
const ReportPage = lazy(() => import('../report/ReportPage'));
const PutReportPage = lazy(() => import('../report/PutReportPage'));
const ScansPage = lazy(() => import('../scan/ScansPage'));
const ScanPage = lazy(() => import('../scan/ScanPage'));

const kinds = Object.keys(collections) as StatementKind[];

const events = new LiveEvents();

export function App() {
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <LiveProvider events={events}>
        <MeProvider>
          <OrganizationsProvider>
            <NoticesProvider>
              <Shell>
                <Pages />
              </Shell>
            </NoticesProvider>
          </OrganizationsProvider>
        </MeProvider>
      </LiveProvider>
    </I18nProvider>
  );
}

/** Which page answers which path; a page starts afresh when its path changes. */
export function Pages() {
  const { pathname } = useLocation();
  return (
    <Routes key={pathname}>
      <Route path="/" element={<OrganizationPage />} />
      <Route path="/accounts" element={<AccountsPage />} />
      <Route path="/accounts/:id" element={<AccountPage />} />
      <Route path="/findings" element={<FindingsPage />} />
      <Route path="/findings/:id" element={<FindingPage />} />
      <Route path="/resources" element={<ResourcesPage />} />
      <Route path="/resources/:key" element={<ResourcePage />} />
      <Route path="/teams" element={<TeamsPage />} />
      <Route path="/teams/unowned" element={<UnownedPage />} />
      <Route path="/drift" element={<DriftPage />} />
      <Route path="/responsibilities" element={<MatrixPage />} />
      <Route path="/responsibilities/compare" element={<ComparePage />} />
      <Route path="/controls" element={<ControlsPage />} />
      <Route path="/controls/:id" element={<ControlPage />} />
      <Route path="/frameworks" element={<FrameworksPage />} />
      <Route path="/frameworks/:id" element={<FrameworkPage />} />
      <Route path="/provider-evidence" element={<ReportsPage />} />
      <Route path="/provider-evidence/put" element={<PutReportPage />} />
      <Route path="/provider-evidence/:id" element={<ReportPage />} />
      {kinds.map((kind) => (
        <Route key={kind} path={`/${collections[kind]}`}>
          <Route index element={<StatementsPage kind={kind} />} />
          <Route path="propose" element={<ProposePage kind={kind} />} />
          <Route path=":id" element={<StatementPage kind={kind} />} />
        </Route>
      ))}
      <Route path="/scans" element={<ScansPage />} />
      <Route path="/scans/:id" element={<ScanPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
