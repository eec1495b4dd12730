import type { MediaId } from '../../core/ids.js';

/** Where the shell serves a picture of the open library: the page never sees a path. */
export const mediaAddress = (media: MediaId): string => `copydesk-media://library/${media}`;
