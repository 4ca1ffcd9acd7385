/** Words that may stand between the words of a phrase: "cancel my subscription" for "cancel subscription". */
export const smallWords: ReadonlySet<string> = new Set(
  'a an the my our your their his her its this that these those any some so very really too just such all'.split(
    ' ',
  ),
);

/** Words of which every text has some. */
export const commonest: ReadonlySet<string> = new Set(
  'and or not no of to in on at by for from with as is are was were be been it i you he she we they them him me us do does did has have had will would can could if but what who how when there here up out about than then'.split(
    ' ',
  ),
);
