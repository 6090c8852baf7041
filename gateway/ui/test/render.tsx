import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { App } from '../src/app/App';

/** The whole dashboard at an address, over the sample organisation. */
export function open(address: string): void {
  localStorage.setItem('demarc.organization', 'sample');
  render(
    <MemoryRouter initialEntries={[address]}>
      <App />
    </MemoryRouter>,
  );
}
