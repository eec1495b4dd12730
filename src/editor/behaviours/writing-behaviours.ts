import type { Extensions } from '@tiptap/core';
import { CaretBlock } from './caret-block.js';
import { ChangeCase } from './change-case.js';
import { FindText } from './find-text.js';
import { Galleries } from './galleries.js';
import { InvisibleSigns } from './invisible-signs.js';
import { MoveBlocks } from './move-blocks.js';
import { TableKeys } from './table-keys.js';
import { TextEnds } from './text-ends.js';
import { ToComeMarks } from './to-come-marks.js';
import { VisibleBlocks } from './visible-blocks.js';

/** What helps while writing and asks nothing of its place: the page and the tests put the same list in. */
export const writingBehaviours: Extensions = [
  VisibleBlocks,
  InvisibleSigns,
  CaretBlock,
  FindText,
  ChangeCase,
  MoveBlocks,
  Galleries,
  TableKeys,
  TextEnds,
  ToComeMarks,
];
