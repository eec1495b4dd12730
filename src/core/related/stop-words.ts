/**
 * Words that say nothing about what a story is about: English ones, and the ones that every news text has
 * ("said", "Monday"). Folded. Other languages go without a list: in a library in one language their common words
 * carry next to no weight anyway, since nearly every story has them.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all almost along already also although always am among an and another any are
  around as at away back be became because become been before began behind being below between both but by came can
  cannot come could did do does doing done down during each either else enough even ever every few first for found
  from further gave get give go goes going got had has have having he her here hers herself him himself his how
  however i if in instead into is it its itself just last later least less let like made make many may me might more
  most much must my myself near never new next no nor not now of off often on once one only onto or other others our
  ours out over own per put quite rather same say says saying said she should since so some still such than that the
  their theirs them themselves then there these they thing things this those though through to together told too took
  toward towards two under until up upon us use used using very via was way we well went were what when where whether
  which while who whole whom whose why will with within without would yet you your yours
  don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't it's that's there's they're we're you're i'm
  monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow mr mrs ms`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
