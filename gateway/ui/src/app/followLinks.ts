import type { MouseEvent } from 'react';

/** Follows the page's own links inside the page; leaves the API's, foreign ones and those with a modifier to the browser. */
export function followLinks(navigate: (to: string) => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    const anchor = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const href = anchor?.getAttribute('href') ?? '';
    if (anchor === null || anchor.getAttribute('target') === '_blank' || anchor.hasAttribute('download') || !isPage(href)) {
      return;
    }
    event.preventDefault();
    navigate(href);
  };
}

function isPage(href: string): boolean {
  return href.startsWith('/') && !href.startsWith('//') && !href.startsWith('/api/') && !href.startsWith('/q/');
}
