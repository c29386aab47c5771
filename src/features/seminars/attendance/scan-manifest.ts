/** By which a telephone can put the page at the door on its home screen. */
import { doorText } from './island/words.ts';

const { name, shortName } = doorText('th');

export const manifest = {
  id: '/scan',
  name,
  short_name: shortName,
  lang: 'th',
  start_url: '/scan',
  scope: '/scan',
  display: 'standalone',
  orientation: 'portrait',
  background_color: '#fbfaf7',
  theme_color: '#1f2a63',
  icons: [{ src: '/scan/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
} as const;

/** The corners of a finder and a tick. */
export const manifestIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" rx="18" fill="#1f2a63"/><path d="M22 36V22h14M60 22h14v14M74 60v14H60M36 74H22V60" fill="none" stroke="#fff" stroke-width="6"/><path d="M34 49l10 10 19-21" fill="none" stroke="#f0b765" stroke-width="8"/></svg>`;
