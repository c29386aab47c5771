import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

/** Builds the pages only; the server runs straight from its TypeScript. */
export default defineConfig({
  plugins: [reactRouter()],
  build: { target: 'es2022', assetsInlineLimit: 0 },
});
