import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** In development everything that is not the portal's own is asked of the API, which takes the request for its own page's. */
const TARGET = `http://127.0.0.1:${process.env['PORT'] ?? '4000'}`;
const API = { target: TARGET, changeOrigin: true, headers: { origin: TARGET } };

export default defineConfig({
  base: '/partner/',
  plugins: [react()],
  build: { target: 'es2023', sourcemap: false },
  server: {
    host: '127.0.0.1',
    port: 5174,
    strictPort: true,
    proxy: { '/graphql': API, '/auth': API, '/imports': API, '/sample-accounts': API },
  },
});
