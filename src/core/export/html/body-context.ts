import type { PictureUse } from '../../media/picture-use.js';
import type { LossList } from '../../loss.js';
import type { RelatedCard } from '../rendition.js';
import type { PagePicture } from './media-files.js';

/** What a body needs to know of the page around it. */
export interface BodyContext {
  readonly direction: 'ltr' | 'rtl';
  /** Address of a linked story; null or missing = its text without a link. */
  readonly storyLinks: Readonly<Record<string, string | null>>;
  /** What a story card says, by story id; null or missing = the story may not be shown. */
  readonly storyCards: Readonly<Record<string, RelatedCard | null>>;
  /** Path and size in pixels of a picture as this story uses it; null = it is not there, so only its caption is shown. */
  readonly picture: (media: string, use: PictureUse) => PagePicture | null;
  readonly losses: LossList;
}
