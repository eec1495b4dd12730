import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../core/contract/bridge.js';

/**
 * The bridge: names and data go through, nothing is decided here. The page never sees `ipcRenderer`; what a name means
 * and whether the input fits is the shell's to say.
 */
const bridge = {
  call: (name, input) => ipcRenderer.invoke('copydesk:call', name, input),
  takeFiles: (files) =>
    ipcRenderer.invoke(
      'copydesk:dropped',
      files.flatMap((file) => (file instanceof File ? webUtils.getPathForFile(file) || [] : [])),
    ),
  on: (name, listener) => {
    // What the shell sends under a name is that name's news: one typed table on both sides.
    const typed = listener as (news: unknown) => void;
    const hear = (_event: unknown, heard: string, news: unknown): void => {
      if (heard === name) typed(news);
    };
    ipcRenderer.on('copydesk:news', hear);
    return () => {
      ipcRenderer.off('copydesk:news', hear);
    };
  },
  ready: () => {
    ipcRenderer.send('copydesk:ready');
  },
  readyToClose: () => {
    ipcRenderer.send('copydesk:readyToClose');
  },
} satisfies Bridge;

contextBridge.exposeInMainWorld('copydesk', bridge);
