import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exporters } from '../../../../src/core/export/exporters.js';
import { anyBody, anyCards } from '../../../builders/any-body.js';
import { exportOptions, picture, rendition, renditionImage } from '../../../builders/rendition.js';
import { sharedFolder, sharedMissing } from '../../../builders/shared-data.js';

const hasTool = (name: string): boolean => spawnSync(name, ['--version']).status === 0;

async function write(): Promise<Uint8Array> {
  const bodies = fc.sample(anyBody(), { numRuns: 12, seed: 7 });
  const body = { type: 'doc' as const, content: bodies.flatMap(({ content }) => content ?? []) };
  const media = { [picture(1)]: { width: 800, height: 600 } };
  const given = rendition({ storyCards: anyCards, body, media, leadImage: renditionImage(), kicker: 'Harbour' });
  const { files } = await exporters.docx.render(given, exportOptions());
  const content = files[0]?.content;
  if (!(content instanceof Uint8Array)) throw new Error('no file');
  return content;
}

describe('a Word file', () => {
  test.skipIf(sharedMissing('schemas/ooxml/wml.xsd') || !hasTool('xmllint'))(
    'keeps the official schema of Word in each of its parts',
    async () => {
      const parts = unzipSync(await write());
      const folder = mkdtempSync(join(tmpdir(), 'copydesk-docx-'));
      try {
        for (const name of ['document', 'styles', 'numbering', 'footnotes', 'settings']) {
          const path = join(folder, `${name}.xml`);
          writeFileSync(path, parts[`word/${name}.xml`] ?? new Uint8Array());
          const schema = join(sharedFolder, 'schemas/ooxml/wml.xsd');
          const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, path], {
            encoding: 'utf8',
          });
          expect(stderr.replaceAll(path, name).split('\n').slice(0, 3).join('\n')).toBe(`${name} validates\n`);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    60_000,
  );

  test.skipIf(!hasTool('pandoc'))(
    'is read by another program',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'copydesk-docx-'));
      try {
        const path = join(folder, 'story.docx');
        writeFileSync(path, await write());
        const text = execFileSync('pandoc', ['-f', 'docx', '-t', 'plain', path], { encoding: 'utf8' });
        expect(text.length).toBeGreaterThan(100);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    60_000,
  );
});
