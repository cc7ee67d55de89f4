// Words that hold sentences together and say little by themselves, as folded words (see fold-words.ts).

/** English and German, whose narrations Mirror is used with most; a word of another language only counts for more. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    'a an and any are as at be been but by can did do does for from get got had has have he her here him his how i if in',
    'into is it its just me my no not of off on onto or our out she so some such than that the their them then there',
    'these they this those to too up us was we were what when where which who whom whose why will with would you your',
    'aber als am an auch auf aus bei bin bis da das dass dem den der des die dies doch du ein eine einem einen einer er',
    'es fur hat ich ihr im in ist ja kann man mit nach nicht noch nur oder sich sie sind so um und uns von vom vor war',
    'was wenn wer wie wir wird zu zum zur',
  ].flatMap((line) => line.split(' ')),
);
