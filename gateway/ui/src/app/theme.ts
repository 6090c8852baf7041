import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useEffect, useState } from 'react';

export type Theme = 'light' | 'dark';

const key = 'demarc.theme';
const system = () => window.matchMedia('(prefers-color-scheme: dark)');

function chosen(): Theme | undefined {
  const stored = localStorage.getItem(key);
  return stored === 'light' || stored === 'dark' ? stored : undefined;
}

export function currentTheme(): Theme {
  return chosen() ?? (system().matches ? 'dark' : 'light');
}

export function show(theme: Theme): void {
  applyMode(theme === 'dark' ? Mode.Dark : Mode.Light);
  document.documentElement.style.colorScheme = theme;
}

/** The theme on show: the system's until the user chooses, then the chosen one on every visit. */
export function useTheme(): { theme: Theme; toggle: () => void } {
  const [theme, setTheme] = useState(currentTheme);

  useEffect(() => show(theme), [theme]);

  useEffect(() => {
    const media = system();
    const follow = () => setTheme(currentTheme());
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);

  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem(key, next);
    setTheme(next);
  };
  return { theme, toggle };
}
