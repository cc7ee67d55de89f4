// Words that a sentence about a process may have without anybody having said them. long on purpose: one table.
import { stemWord } from '../../../lib/stem-word.ts';

/** Hold sentences together. */
const HOLDING = `
a an the this that these those it its they them their theirs he she his her hers him we us our you your i me my who whom
whose which what where when why how there here and or but nor so yet if then than as at by for from in into of off on onto
out over per to up upon via with within between among across after before during until since while whereas because
about above below under around through toward towards against along also too again once twice each every either both any
some all none no not only just even still already much many more most less least few fewer several other others another
same such own is are was were be been being am do does did done doing has have had having can could may might will would
shall let get gets got getting go goes going went gone make makes made making take takes took taken taking come comes came
coming give gives gave given giving keep keeps kept put puts say says said saying tell tells told telling show shows
showed shown showing see sees seen find finds found look looks ask asks asked asking call called name named named use uses
used using work works worked working happen happens happened need needs needed mean means meant one ones first second
third last next previous following later earlier now today overall however therefore thus hence instead moreover
furthermore finally additionally otherwise meanwhile meaning namely including includes include included contain contains
like unlike respectively together alone apart back away down well very rather quite
`;

/** What Mirror and everybody in the field says of any process. */
const FIELD = `
process processes flow flows activity activities step steps case cases event events log logs record records recorded
recording recordings row rows instance instances run runs path paths way ways variant variants order sequence start starts
started starting begin begins end ends ended ending finish finishes finished lead leads led reach reaches pass passes
passed passing move moves moved send sends sent sending receive receives received hand hands handed handing handoff handoffs
handover handovers transfer transfers transferred transition transitions follow follows followed directly sender receiver
role roles person persons people team teams employee employees staff worker performer someone somebody colleague narrator
system systems tool tools application applications software artifact artifacts document documents data information item
items wait waits waited waiting time times duration durations long longer longest short shorter shortest slow slower slowest fast
faster fastest quick quicker quickest delay delays delayed hour hours day days week weeks month months year years minute
minutes second seconds bottleneck bottlenecks cause causes caused causing reason reasons due share shares part parts
percent percentage proportion half third quarter total totals sum count counts counted number numbers figure figures amount
average averages mean median maximum minimum range ranges distribution percentile spread observation observations observed
measured measure statistic rate frequency frequent frequently often rare rarely usual usually typical typically normal
normally high higher highest low lower lowest large larger largest big bigger biggest small smaller smallest great greater
greatest top most least main major minor common commonly total entire whole single double multiple different difference
differences differ differs vary varies compare compared comparison similar equal equally exactly approximately roughly
nearly almost exception exceptions exceptional decision decisions decide decides decided deciding condition conditions
branch branches question questions answer answers answered judgement judgements judgment judgments experience rework
reworked repeat repeats repeated repeatedly repetition redone redo loop loops confirmed stated inferred evidence source
sources known unknown mention mentions mentioned describe describes described description state states explain explains
explained according report reports reported quote quotes note noted definition defined place places point points spot
location located side involve involves involved involving perform performs performed performing carry carries carried do
responsible handle handles handled handling responsibility occur occurs occurred occurring appear appears appeared exist
exists take account accounts span spans last lasts lasted spend spends spent pause pauses concern concerns concerned
relate related relates belong belongs associated correspond corresponds open ends close closed list lists listed summary
available recorded missing present absent detail details specific specified kind kinds type types category set group
groups copy copies copied paste pastes pasted type types typed manual manually hand automatic automatically cycle
efficiency throughput processing before beforehand afterwards subsequently result results resulting depends depend
depending based connected connection between direct reach result situation cases occurrence occurrences moment moments
result
`;

const listWords = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

export const HOLDING_WORDS: ReadonlySet<string> = new Set(listWords(HOLDING));

/** As stems. */
export const FIELD_STEMS: ReadonlySet<string> = new Set(listWords(`${FIELD} ${HOLDING}`).map(stemWord));

/** Words that a sentence may begin with in capitals without being a name. */
export const isCommonWord = (folded: string): boolean => HOLDING_WORDS.has(folded) || FIELD_STEMS.has(stemWord(folded));
