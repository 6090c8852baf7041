import type { Party } from '../api/common';

const texts: Record<Party, string> = { AWS: 'AWS', SHARED: 'Shared', CUSTOMER: 'Customer' };

export function partyName(party: Party): string {
  return texts[party];
}

/** A party by symbol, colour and word: a filled square for AWS, half and half for shared, a filled disc for the customer. */
export function PartyMark({ party }: { party: Party }) {
  return (
    <span className={`party party-${party.toLowerCase()}`}>
      <PartySymbol party={party} />
      {texts[party]}
    </span>
  );
}

function PartySymbol({ party }: { party: Party }) {
  return (
    <svg className="party-symbol" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {party === 'AWS' && <rect x="1" y="1" width="10" height="10" rx="1.5" />}
      {party === 'CUSTOMER' && <circle cx="6" cy="6" r="5.2" />}
      {party === 'SHARED' && (
        <>
          <path d="M6 1H2.5A1.5 1.5 0 0 0 1 2.5v7A1.5 1.5 0 0 0 2.5 11H6z" />
          <path d="M6 1.4A4.6 4.6 0 0 1 6 10.6z" className="party-symbol-hollow" />
        </>
      )}
    </svg>
  );
}
