import '@fontsource/ibm-plex-mono/latin-400.css'
import '@fontsource/ibm-plex-sans/400.css'
import '@fontsource/ibm-plex-sans/600.css'
import '@mantine/core/styles.layer.css'
import './look/look.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no element with the id app. Add it.')
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
