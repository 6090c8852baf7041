import type { BreadcrumbGroupProps } from '@cloudscape-design/components/breadcrumb-group';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { usePagePlace } from './place';

interface PageProps {
  title: string;
  description?: ReactNode;
  counter?: string | undefined;
  actions?: ReactNode;
  /** The pages above this one, from the top; the organisation and this page are added. */
  above?: readonly BreadcrumbGroupProps.Item[];
  children: ReactNode;
}

const none: readonly BreadcrumbGroupProps.Item[] = [];

/** A page's frame: title of the document, breadcrumbs, heading, and focus on the heading after navigation. */
export function Page({ title, description, counter, actions, above = none, children }: PageProps) {
  const heading = useRef<HTMLSpanElement>(null);
  const { pathname, key } = useLocation();
  const place = usePagePlace();

  // biome-ignore lint/correctness/useExhaustiveDependencies: breadcrumbs are made anew at each rendering, equal ones change nothing
  useEffect(() => {
    document.title = `${title} · Demarc`;
    place({ title, above });
  }, [title, JSON.stringify(above), place]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a query that changes on the same page moves nothing
  useEffect(() => {
    if (key !== 'default') {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
  }, [pathname]);

  return (
    <ContentLayout
      header={
        <Header variant="h1" description={description} actions={actions} {...(counter === undefined ? {} : { counter })}>
          <span className="page-heading" tabIndex={-1} ref={heading}>
            {title}
          </span>
        </Header>
      }
    >
      {children}
    </ContentLayout>
  );
}
