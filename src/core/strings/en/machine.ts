/** The language of the window, its size, and what the native menu says beside the commands. */
export const enMachine = {
  'machine.language': 'Language of the window',
  'machine.languageSystem': 'As the system',
  'machine.zoom': 'Size of the window’s text',
  'machine.zoomValue': '{n} %',
  'command.zoomIn': 'Larger',
  'command.zoomOut': 'Smaller',
  'command.zoomReset': 'Usual size',
  'menu.cut': 'Cut',
  'menu.copy': 'Copy',
  'menu.paste': 'Paste',
  'menu.selectAll': 'Select all',
  'menu.quit': 'Quit',
} as const;
