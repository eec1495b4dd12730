/** The folder that several desks share. */
export const enFolder = {
  'command.folder': 'Shared folder',
  'folder.title': 'Shared folder',
  'folder.files': 'Files in the shared folder',
  'folder.lead':
    'A folder on a disk of the network, a stick, or one that a sync tool carries. What a desk puts there the others take in; what comes back is merged.',
  'folder.choose': 'Choose a folder…',
  'folder.chooseOther': 'Choose another folder…',
  'folder.forget': 'Use no folder',
  'folder.empty': 'Nothing lies in the folder.',
  'folder.more': { one: '{n} more file was not looked at.', other: '{n} more files were not looked at.' },
  'folder.vanished': {
    one: '{n} story that waited in the shared folder is gone: {headlines}. Nothing here was changed. Ask whoever put it there.',
    other:
      '{n} stories that waited in the shared folder are gone: {headlines}. Nothing here was changed. Ask whoever put them there.',
  },
  'folder.new': 'New here',
  'folder.newer': 'Changed',
  'folder.mine': 'Put there by this desk',
  'folder.taken': 'Taken in already',
  'folder.older': 'Older: a later state lies beside it',
  'folder.copy': 'A second copy',
  'folder.partial': 'Not whole, or not yet',
  'folder.refused': 'Not read: no file of ours',
  'folder.from': 'from {name}',
  'folder.to': 'for {name}',
  'folder.claimedHere': 'Yours since {time}',
  'folder.claimedBy': '{name} works on it since {time}',
  'folder.take': 'Take in',
  'folder.claim': 'Claim',
  'folder.release': 'Release',
  'folder.place': 'Put into the shared folder',
} as const;
