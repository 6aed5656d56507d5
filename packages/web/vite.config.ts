import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * Every browser that runs the app reads woff2, so the older files are left out. The letters that
 * every page has are fetched with the page, not after its styles.
 */
const fonts = (): Plugin => ({
  name: 'fonts',
  enforce: 'pre',
  transform: {
    filter: { id: /@fontsource[^?]*\.css/ },
    handler: (css) => css.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, ''),
  },
  transformIndexHtml: (_html, { bundle = {} }) =>
    Object.keys(bundle)
      .filter((file) => /ibm-plex-sans-latin-(400|600)-normal/.test(file))
      .map((file) => ({
        tag: 'link',
        injectTo: 'head',
        attrs: {
          rel: 'preload',
          as: 'font',
          type: 'font/woff2',
          href: `/${file}`,
          crossorigin: true,
        },
      })),
})

export default defineConfig({
  plugins: [fonts(), react()],
  build: {
    // No data: addresses, so that the server's content security policy needs none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/v2': 'http://127.0.0.1:8080', '/api': 'http://127.0.0.1:8080' } },
})
