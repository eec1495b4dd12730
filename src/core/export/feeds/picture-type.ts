const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** The MIME type of a picture file of ours, by its extension. */
export const mediaTypeOf = (path: string): string => types[path.slice(path.lastIndexOf('.') + 1)] ?? 'image/jpeg';
