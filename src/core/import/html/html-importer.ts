import { NewsroomError } from '../../errors.js';
import { decodeText, declaredCharset } from '../decode-text.js';
import type { Importer } from '../importer.js';
import { readHtmlPage } from './read-html-page.js';

export const htmlImporter: Importer = {
  label: 'Web page',
  extensions: ['html', 'htm', 'xhtml'],
  recognises: (head) =>
    /^\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html)/iu.test(head)
      ? 0.9
      : /<(?:p|div|h[1-6]|article|body)[\s>]/iu.test(head)
        ? 0.4
        : 0,
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; a page needs no waiting
  async *read(source, context) {
    const { text } = decodeText(source.bytes, context.decode, declaredCharset(source.bytes));
    try {
      yield readHtmlPage(text);
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      yield { refused: { code: error.code, params: error.params } };
    }
  },
};
