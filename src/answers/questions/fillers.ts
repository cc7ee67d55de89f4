// Words that a question may have or leave out without asking for something else. English only: words of another language
// (“die”, “war”) are words with a meaning here.

const FILLERS: ReadonlySet<string> = new Set(
  [
    'left everything anything something everyone everybody anyone anybody until once although though right directly immediately exactly',
    'cover covers belong belongs appear appears appeared contain contains include includes rest rests based base considered',
    'two three four five six seven eight nine ten',
    'matter finding findings numbers figures called split since still yet already even own same away side exact',
    'a an and any are as at be been but by can could did do does for from get got had has have he her here him his how i if in',
    'into is it its just me my of off on onto or our out she so some such that the their them then there these they this',
    'those to too up upon us was we were what when where which while who whom whose why will with would you your between through',
    'information info like covered eat eats eaten consume consumes consumed',
    'itself himself herself oneself yourself came went gone respect regard regarding supposed',
    'please tell show list give name find want need see look let know may might could should shall must also both each every',
    'all whole entire complete overall total altogether together currently now actually really exactly usually typically',
    'normally generally ever always here kind kinds type types thing things there one ones s t d ll re ve m our ours mine',
    'us you your about during within per via than then other another many much more very quite just ok okay hi hello mirror',
    'company business organisation organization firm team teams department departments group per across along among up down',
    'come comes coming go goes going went gone get gets make makes made put puts take takes took taken involve involved',
    'involves exist exists existing available present main certain particular given specific single different',
    'interested interesting wonder wondering curious idea being mean means kindly help understand rather somehow anyway',
    'basically roughly approximately around nearly till until indeed simply maybe perhaps lets yeah so far today nowadays',
    'happen happened else besides time times total sum summed looking look at it they themselves concern concerning regarding',
    'somewhere anywhere elsewhere analyse analysed analyze analyzed i e g ie eg b c z w',
    'spend spends spent possible possibly value values amount amounts back',
    'place places spot point points part parts area areas often bit sort way first second third thanks quick question',
  ].flatMap((line) => line.split(' ')),
);

/** Of a folded word. */
export const isFiller = (word: string): boolean => FILLERS.has(word);

/** Those in which a slip can be told from another word. */
export const LONG_FILLERS: readonly string[] = [...FILLERS].filter((word) => word.length >= 7);
