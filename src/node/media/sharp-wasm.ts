import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import type Sharp from 'sharp';

// CommonJS packages that find their .wasm file beside themselves: they stay outside every bundle.
const require = createRequire(import.meta.url);
let loaded: typeof Sharp | undefined;

/**
 * The picture library in its WebAssembly build (decision 7). Left to itself it takes the native one wherever that is
 * installed, and that one prints GLib errors inside Electron on Linux: so the WebAssembly binding is put in the place of
 * the module that would choose. Loaded at the first picture, since it takes 0.2 s and 60 MB.
 */
export function sharpWasm(): typeof Sharp {
  if (loaded) return loaded;
  const chooser = join(dirname(require.resolve('sharp')), 'sharp.cjs');
  const binding = new Module(chooser);
  binding.exports = require('@img/sharp-wasm32/sharp.node') as unknown;
  binding.loaded = true;
  require.cache[chooser] = binding;
  const sharp = require('sharp') as typeof Sharp;
  // Nothing is asked for twice: what was made is kept as a file.
  sharp.cache(false);
  loaded = sharp;
  return sharp;
}
