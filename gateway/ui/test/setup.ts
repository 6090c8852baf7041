import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { forgetCatalog } from '../src/kit/catalog';

configure({ asyncUtilTimeout: 10_000, defaultHidden: true, getElementError: (message) => new Error(message ?? 'not found') });

class Silence {
  addEventListener(): void {}
  close(): void {}
}

vi.stubGlobal('EventSource', Silence);
vi.stubGlobal('matchMedia', (media: string) => ({
  media,
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
);
window.scrollTo = () => undefined;

afterEach(() => {
  cleanup();
  forgetCatalog();
  localStorage.clear();
});
