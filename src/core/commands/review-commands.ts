import { command } from './command-entry.js';

/** Suggesting, deciding and saying something about a text. A part of the one list of commands. */
export const reviewCommands = [
  command('review.suggest', 'command.suggest', 'edit', 'Mod+Shift+R'),
  command('review.comment', 'command.comment', 'edit', 'Mod+Shift+C'),
  command('review.next', 'command.nextNote', 'edit', 'Mod+F9'),
  command('review.previous', 'command.previousNote', 'edit', 'Mod+Shift+F9'),
  command('review.accept', 'command.acceptSuggestion', 'edit', 'Alt+Shift+A'),
  command('review.handOver', 'command.handOver', 'story'),
  command('review.folder', 'command.folder', 'library'),
  command('review.takeIn', 'command.takeIn', 'library'),
  command('review.reject', 'command.rejectSuggestion', 'edit', 'Alt+Shift+S'),
] as const;
