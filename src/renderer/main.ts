import './no-eval.js';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/newsreader/opsz.css';
import '@fontsource-variable/newsreader/opsz-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/forms.css';
import './styles/canvas.css';
import { mount } from 'svelte';
import type { Bridge } from '../core/contract/bridge.js';
import Window from './views/window.svelte';

declare global {
  interface Window {
    /** Put here by the preload script: all that the page can reach of the world. */
    readonly copydesk: Bridge;
  }
}

const target = document.getElementById('window');
if (!target) throw new Error('index.html has no element #window');
mount(Window, { target, props: { bridge: window.copydesk, locale: navigator.language } });
