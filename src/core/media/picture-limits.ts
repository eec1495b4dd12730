/**
 * What the library keeps of a picture at most (`kept`), and what it takes and makes smaller (`taken`): the limit against
 * a file that is small and unpacks to more than a machine has. 200 megapixels is the largest that a phone's camera
 * makes; 4 s and half a gigabyte of memory, once.
 */
export const pictureLimits = {
  kept: { bytes: 20 * 1024 * 1024, pixels: 50_000_000 },
  taken: { bytes: 100 * 1024 * 1024, pixels: 200_000_000 },
} as const;
