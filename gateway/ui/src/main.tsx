import '@cloudscape-design/global-styles/index.css';
import './app/demarc.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/App';
import { currentTheme, show } from './app/theme';

show(currentTheme());

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html lacks the element with id root');
}
createRoot(root).render(
  <StrictMode>
    <BrowserRouter>
      <App />
    </BrowserRouter>
  </StrictMode>,
);
