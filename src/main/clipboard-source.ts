import { clipboard } from 'electron';
import { isSafeHref } from '../core/text/link.js';

/**
 * The address of the page that the clipboard's text comes from; null where the other program did not say it. Windows'
 * CF_HTML has it as a line of its head ("SourceURL:…"), Chromium as a flavour of its own, Firefox in a private one.
 */
export function clipboardSource(): string | null {
  const candidates = [
    /^SourceURL:(.*)$/mu.exec(clipboard.readBuffer('HTML Format').toString('utf8'))?.[1],
    clipboard.readBuffer('chromium/x-source-url').toString('utf8'),
    clipboard.readBuffer('org.chromium.source-url').toString('utf8'),
    clipboard.readBuffer('text/x-moz-url-priv').toString('utf16le'),
  ];
  const url = candidates.map((candidate) => (candidate ?? '').replaceAll('\0', '').trim()).find(isWebAddress);
  return url ?? null;
}

/** Pages of the web only: a file's address names folders of the person's own machine. */
const isWebAddress = (url: string): boolean => /^https?:/iu.test(url) && isSafeHref(url) && url.length <= 4_000;
