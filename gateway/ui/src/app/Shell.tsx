import AppLayout from '@cloudscape-design/components/app-layout-toolbar';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import { type ReactNode, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { useOrganizations } from '../kit/organizations';
import { paths } from '../kit/paths';
import { type Place, PlaceContext } from '../kit/place';
import { followLinks } from './followLinks';
import { Masthead } from './Masthead';
import { Navigation } from './Navigation';
import { Notifications } from './Notifications';
import { useTheme } from './theme';

/** The frame of every page: masthead, navigation, breadcrumbs, notifications. */
export function Shell({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const { theme, toggle } = useTheme();
  const [open, setOpen] = useState(() => window.matchMedia('(min-width: 1000px)').matches);
  const [place, setPlace] = useState<Place>({ title: 'Organisation', above: [] });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: links inside do what they say, by keyboard too; this only saves the reload
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser makes a click of a key on a link
    <div onClick={followLinks((to) => void navigate(to))}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place on the page and moves the focus there */}
      <a className="skip-link" href="#main" onClick={skip}>
        Skip to the page
      </a>
      <Masthead theme={theme} toggle={toggle} />
      <AppLayout
        headerSelector="#masthead"
        toolsHide
        maxContentWidth={Number.MAX_VALUE}
        navigation={<Navigation />}
        navigationOpen={open}
        onNavigationChange={({ detail }) => setOpen(detail.open)}
        breadcrumbs={<Breadcrumbs place={place} />}
        notifications={<Notifications />}
        content={
          <div id="main" tabIndex={-1} className="page-heading">
            <PlaceContext value={setPlace}>
              <Suspense fallback={<span role="status">Loading the page</span>}>{children}</Suspense>
            </PlaceContext>
          </div>
        }
        ariaLabels={{
          navigation: 'Pages',
          navigationClose: 'Close the list of pages',
          navigationToggle: 'Open the list of pages',
          notifications: 'Notifications',
        }}
      />
    </div>
  );
}

function skip(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function Breadcrumbs({ place }: { place: Place }) {
  const { current } = useOrganizations();
  const root = { text: current?.name ?? 'Organisation', href: paths.organization };
  const here = place.title === 'Organisation' ? [] : [{ text: place.title, href: '' }];
  return <BreadcrumbGroup ariaLabel="Breadcrumbs" items={[root, ...place.above, ...here]} />;
}
