/**
 * The addresses that a link may have, on every way in and out (threat model, OWASP): http, https, mailto, and
 * nothing else. Spaces and control characters inside a scheme are how `java\tscript:` is smuggled, so they refuse.
 */
export function isSafeHref(href: string): boolean {
  const trimmed = href.trim();
  // eslint-disable-next-line no-control-regex -- control characters are what this line is for
  if (trimmed === '' || /[\u0000-\u001f\u007f]/.test(trimmed)) return false;
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)/i.test(trimmed);
}

/** What a person typed as an address: "example.org/page" is meant as https; null for words and for what may not be linked. */
export function webAddress(text: string): string | null {
  const words = text.trim();
  if (isSafeHref(words)) return words;
  return /^[^\s/:@]+\.[^\s/:@]{2,}(?:\/\S*)?$/u.test(words) ? `https://${words}` : null;
}
