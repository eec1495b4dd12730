import { oneLine } from '../../text/spaces.js';
import { textIn, type LooseElement } from './loose-xml.js';

/** What an export says of its site before its entries: who is behind which login, and the site's language. */
export class WxrChannel {
  language = '';
  readonly #names = new Map<string, string>();

  take(elements: readonly LooseElement[]): void {
    for (const { name, children, text } of elements) {
      if (name === 'wp:author') this.#author(children);
      else if (name === 'language' && this.language === '') this.language = text.trim();
      // The root and the channel are still open where the first entry starts.
      else if (name === 'rss' || name === 'channel') this.take(children);
    }
  }

  /** The name that readers saw; the login itself for one that the file does not explain. */
  nameOf(login: string): string {
    return this.#names.get(login) ?? login;
  }

  #author(author: readonly LooseElement[]): void {
    const full = `${textIn(author, 'wp:author_first_name')} ${textIn(author, 'wp:author_last_name')}`;
    const name = oneLine(textIn(author, 'wp:author_display_name')) || oneLine(full);
    const login = textIn(author, 'wp:author_login');
    if (name !== '') this.#names.set(login, name.slice(0, 200));
  }
}
