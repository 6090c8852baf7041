import Link from '@cloudscape-design/components/link';

/** Where a rule comes from: a link where it is an address, else the citation. */
export function Source({ source }: { source: string }) {
  return /^https?:\/\//.test(source) ? (
    <Link href={source} external target="_blank" rel="noopener noreferrer">
      {hostAndPage(source)}
    </Link>
  ) : (
    <>{source}</>
  );
}

function hostAndPage(source: string): string {
  const { hostname, pathname } = new URL(source);
  const page = pathname.split('/').filter(Boolean).at(-1);
  return page === undefined ? hostname : `${hostname}, ${page.replace(/\.html?$/, '')}`;
}
