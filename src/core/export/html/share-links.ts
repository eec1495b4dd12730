import { assertNever } from '../../errors.js';
import type { ShareTarget } from '../../publication/settings.js';

export interface ShareLink {
  readonly target: ShareTarget;
  /** The name of the place; mail and "copy link" have words of the page's language instead. */
  readonly label: string;
  readonly href: string;
}

/**
 * Plain links that hand the page to a place, without a script and without a word to that place before a reader follows.
 * All but mail need the page's address: without one they are left out, since a link to nothing is worse than none.
 */
export function shareLinks(
  targets: readonly ShareTarget[],
  url: string | null,
  headline: string,
  dek: string,
): readonly ShareLink[] {
  return targets.flatMap((target): ShareLink[] => {
    const link = shareLink(target, url, headline, dek);
    return link ? [link] : [];
  });
}

const code = (text: string): string => encodeURIComponent(text.toWellFormed());

function shareLink(target: ShareTarget, url: string | null, headline: string, dek: string): ShareLink | null {
  if (target === 'email') {
    const body = [dek, url ?? ''].filter((line) => line !== '').join('\r\n\r\n');
    return { target, label: '', href: `mailto:?subject=${code(headline)}&body=${code(body)}` };
  }
  if (url === null) return null;
  switch (target) {
    case 'copyLink':
      // Shown as a read-only field with the address (decision 23), not as a link.
      return null;
    case 'whatsapp':
      return { target, label: 'WhatsApp', href: `https://wa.me/?text=${code(`${headline} ${url}`)}` };
    case 'bluesky':
      return { target, label: 'Bluesky', href: `https://bsky.app/intent/compose?text=${code(`${headline} ${url}`)}` };
    case 'facebook':
      return { target, label: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${code(url)}` };
    case 'linkedin':
      return { target, label: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?url=${code(url)}` };
    case 'telegram':
      return { target, label: 'Telegram', href: `https://t.me/share/url?url=${code(url)}&text=${code(headline)}` };
    case 'x':
      return { target, label: 'X', href: `https://x.com/intent/post?text=${code(headline)}&url=${code(url)}` };
    default:
      return assertNever(target);
  }
}
