// `npm run package`: a runnable folder and a .deb. The folder `dist/package/test` keeps the inspector's fuse, which the
// window tests attach through; `dist/package/release` is hardened and is what the .deb holds.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';
import { root, run, say, SetupError, tail } from './setup/step.mjs';

const output = join(root, 'dist', 'package');
/** What a hand-over file is to the system: its name, its kind, and that its first bytes name it (`src/core/package`). */
const handOver = {
  extension: 'copydesk',
  mime: 'application/vnd.copydesk.story+zip',
  says: 'Copydesk hand-over file',
};
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** First words that are a command, as the program's own help lists them; anything else opens the desk. */
function commandNames() {
  const help = execFileSync(process.execPath, [join(root, 'out', 'main', 'cli.js'), '--help'], { encoding: 'utf8' });
  const names = [...help.matchAll(/^ {2}([a-z]+) \[/gmu)].map(([, name]) => name);
  if (!names.includes('export')) throw new SetupError('the help of the command line lists no commands');
  return [...names, '--help', '--app-version'];
}

async function makeFolder() {
  const { build: pack, Platform } = await import('electron-builder');
  const dist = realpathSync(join(root, 'node_modules', 'electron', 'dist'));
  await pack({
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      appId: 'org.copydesk.Copydesk',
      productName: 'Copydesk',
      executableName: 'copydesk',
      electronDist: dist,
      electronVersion: readFileSync(join(dist, 'version'), 'utf8').replace(/^v/u, ''),
      npmRebuild: false,
      asar: true,
      asarUnpack: ['node_modules/node-sqlite3-wasm/**', 'node_modules/@img/sharp-wasm32/**'],
      // The native builds of the picture library are never loaded, so they stay out.
      files: [
        'out/main/**',
        'out/preload/**',
        'out/renderer/**',
        'package.json',
        '!node_modules/@img/sharp-{linux,linuxmusl,darwin,win32,libvips}-*/**',
      ],
      extraResources: [{ from: 'resources', to: 'resources' }],
      directories: { output: join(output, 'builder'), buildResources: 'resources/icons' },
      // The runtime's own start page must not be what opens when the archive is missing.
      afterPack: ({ appOutDir }) => rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
      fileAssociations: [{ ext: handOver.extension, mimeType: handOver.mime, name: handOver.says, role: 'Editor' }],
      linux: { category: 'Office' },
    },
  });
  const made = ['linux-unpacked', 'mac', 'mac-arm64', 'win-unpacked']
    .map((name) => join(output, 'builder', name))
    .find(existsSync);
  if (!made) throw new SetupError('the packager made no folder');
  return made;
}

/** No Node mode, no debugger, only the packed program: what a tampered installation would start by (threat model). */
async function harden(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'copydesk'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
}

async function makeDeb(folder) {
  const tree = join(output, 'deb');
  const target = join(output, `copydesk_${about.version}_amd64.deb`);
  mkdirSync(join(tree, 'DEBIAN'), { recursive: true });
  mkdirSync(join(tree, 'opt'), { recursive: true });
  mkdirSync(join(tree, 'usr', 'bin'), { recursive: true });
  mkdirSync(join(tree, 'usr', 'share', 'applications'), { recursive: true });
  cpSync(folder, join(tree, 'opt', 'Copydesk'), { recursive: true });
  // A command runs without a display, in the program itself: the release has no Node mode.
  const script = [
    '#!/bin/sh',
    'case "$1" in',
    `  ${commandNames().join('|')})`,
    '    exec /opt/Copydesk/copydesk --ozone-platform=headless --disable-gpu --log-level=3 --cli "$@" ;;',
    'esac',
    'exec /opt/Copydesk/copydesk "$@"',
  ];
  writeFileSync(join(tree, 'usr', 'bin', 'copydesk'), `${script.join('\n')}\n`, { mode: 0o755 });
  // Chromium's helper needs root's bit where user namespaces are off.
  chmodSync(join(tree, 'opt', 'Copydesk', 'chrome-sandbox'), 0o4755);
  const needs =
    'libgtk-3-0, libnss3, libasound2, libgbm1, libxss1, libatk-bridge2.0-0, libcups2, libdrm2, libxkbcommon0';
  const control = [
    'Package: copydesk',
    `Version: ${about.version}`,
    'Architecture: amd64',
    'Section: editors',
    'Priority: optional',
    `Maintainer: ${about.author}`,
    `Depends: ${needs}`,
    `Homepage: ${about.homepage}`,
    `Description: ${about.description}`,
  ];
  writeFileSync(join(tree, 'DEBIAN', 'control'), `${control.join('\n')}\n`);
  const entry = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Copydesk',
    'Exec=/opt/Copydesk/copydesk %F',
    'Icon=/opt/Copydesk/resources/resources/icons/icon.png',
    'Categories=Office;',
    `MimeType=${handOver.mime};`,
    'Terminal=false',
  ];
  writeFileSync(join(tree, 'usr', 'share', 'applications', 'copydesk.desktop'), `${entry.join('\n')}\n`);
  // The system's own trigger reads this folder when the package is installed.
  mkdirSync(join(tree, 'usr', 'share', 'mime', 'packages'), { recursive: true });
  const kind = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">',
    `  <mime-type type="${handOver.mime}">`,
    `    <comment>${handOver.says}</comment>`,
    '    <sub-class-of type="application/zip"/>',
    `    <magic priority="60"><match type="string" offset="30" value="mimetype${handOver.mime}"/></magic>`,
    `    <glob pattern="*.${handOver.extension}"/>`,
    '  </mime-type>',
    '</mime-info>',
  ];
  writeFileSync(join(tree, 'usr', 'share', 'mime', 'packages', 'copydesk.xml'), `${kind.join('\n')}\n`);
  const { code, output: said } = await run(
    'dpkg-deb',
    ['--root-owner-group', '-Zgzip', '-z1', '--build', tree, target],
    {
      seconds: 600,
    },
  );
  rmSync(tree, { recursive: true, force: true });
  if (code === 127) return say('no dpkg-deb on this system: the folder is made, the .deb is not');
  if (code !== 0)
    throw new SetupError(`the .deb could not be made:\n${tail(said)}`, { command: `dpkg-deb --build ${tree}` });
  process.stdout.write(`${target}\n`);
}

await setUp({ window: true });
try {
  await build();
  rmSync(output, { recursive: true, force: true });
  const made = await makeFolder();
  cpSync(made, join(output, 'test'), { recursive: true });
  cpSync(made, join(output, 'release'), { recursive: true });
  rmSync(join(output, 'builder'), { recursive: true, force: true });
  await harden(join(output, 'release'));
  process.stdout.write(`${join(output, 'release')}\n`);
  if (process.platform === 'linux') await makeDeb(join(output, 'release'));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exit(error.exitCode);
}
