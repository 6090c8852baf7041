import type { BreadcrumbGroupProps } from '@cloudscape-design/components/breadcrumb-group';
import { createContext, useContext } from 'react';

/** Where the user is: the page's title and the pages above it. */
export interface Place {
  title: string;
  above: readonly BreadcrumbGroupProps.Item[];
}

export const PlaceContext = createContext<(place: Place) => void>(() => undefined);

export function usePagePlace(): (place: Place) => void {
  return useContext(PlaceContext);
}
