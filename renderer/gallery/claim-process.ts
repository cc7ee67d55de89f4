// Table: a made-up insurance process for the gallery, rich enough to be hard to draw. No real people, no real firm.

export interface ClaimActivity {
  readonly label: string;
  readonly role: string;
  readonly system: string;
  /** Minutes of work, in the mean. */
  readonly minutes: number;
  /** What comes next: label, how likely (relative), hours of waiting in the mean. Empty: the case ends. */
  readonly next: readonly (readonly [label: string, chance: number, waitHours: number])[];
}

const INTAKE = 'intake clerk';
const HANDLER = 'claims handler';
const ASSESSOR = 'damage assessor';
const COVERAGE = 'coverage specialist';
const FRAUD = 'fraud analyst';
const REPAIR = 'repair coordinator';
const LEGAL = 'legal counsel';
const LEAD = 'team lead';
const PAYMENT = 'payment clerk';
const SERVICE = 'customer service agent';
const RECOVERY = 'recovery specialist';

const row = (
  label: string,
  role: string,
  system: string,
  minutes: number,
  ...next: ClaimActivity['next']
): ClaimActivity => ({ label, role, system, minutes, next });

export const CLAIM_ACTIVITIES: readonly ClaimActivity[] = [
  row('receive claim notice', INTAKE, 'Mailroom', 4, ['scan documents', 3, 5], ['register claim', 7, 2]),
  row('scan documents', INTAKE, 'Mailroom', 9, ['register claim', 10, 3]),
  row('register claim', INTAKE, 'ClaimCenter', 14, ['check policy', 8, 6], ['request missing data', 2, 1]),
  row('request missing data', INTAKE, 'Mail', 7, ['receive missing data', 9, 74], ['close without payment', 1, 300]),
  row('receive missing data', INTAKE, 'Mail', 5, ['check policy', 8, 8], ['request missing data', 2, 4]),
  row(
    'check policy',
    COVERAGE,
    'PolicyBase',
    12,
    ['confirm coverage', 9, 3],
    ['review exclusions', 2, 18],
    ['call policyholder', 1, 9],
  ),
  row('call policyholder', SERVICE, 'Phone', 11, ['check policy', 5, 6], ['confirm coverage', 3, 12]),
  row(
    'review exclusions',
    COVERAGE,
    'PolicyBase',
    32,
    ['confirm coverage', 6, 10],
    ['ask legal opinion', 2, 16],
    ['decline coverage', 1, 8],
  ),
  row('ask legal opinion', COVERAGE, 'Mail', 9, ['give legal opinion', 10, 96]),
  row('give legal opinion', LEGAL, 'LexDesk', 65, ['confirm coverage', 6, 20], ['decline coverage', 4, 20]),
  row('decline coverage', COVERAGE, 'ClaimCenter', 18, ['send decline letter', 10, 6]),
  row('send decline letter', SERVICE, 'LetterGen', 8, ['close without payment', 8, 120], ['handle complaint', 2, 200]),
  row('handle complaint', SERVICE, 'Phone', 26, ['review exclusions', 4, 40], ['close without payment', 6, 80]),
  row('confirm coverage', COVERAGE, 'ClaimCenter', 6, ['assign handler', 10, 9]),
  row('assign handler', LEAD, 'ClaimCenter', 5, ['contact claimant', 7, 26], ['check fraud signs', 3, 22]),
  row('check fraud signs', HANDLER, 'ClaimCenter', 10, ['contact claimant', 8, 6], ['investigate suspicion', 2, 30]),
  row(
    'investigate suspicion',
    FRAUD,
    'SignalDesk',
    85,
    ['contact claimant', 5, 26],
    ['interview witness', 3, 50],
    ['refuse claim', 1, 12],
  ),
  row('interview witness', FRAUD, 'Phone', 48, ['contact claimant', 6, 20], ['refuse claim', 3, 16]),
  row('refuse claim', LEAD, 'ClaimCenter', 20, ['send decline letter', 10, 9]),
  row(
    'contact claimant',
    HANDLER,
    'Phone',
    13,
    ['order assessment', 7, 4],
    ['estimate from photos', 3, 12],
    ['request missing data', 1, 3],
  ),
  row('estimate from photos', HANDLER, 'PhotoCalc', 19, ['set reserve', 7, 3], ['order assessment', 2, 8]),
  row('order assessment', HANDLER, 'AssessNet', 7, ['schedule visit', 10, 20]),
  row('schedule visit', ASSESSOR, 'AssessNet', 6, ['inspect damage', 9, 118], ['reschedule visit', 2, 60]),
  row('reschedule visit', ASSESSOR, 'Phone', 5, ['inspect damage', 10, 70]),
  row('inspect damage', ASSESSOR, 'On site', 72, ['write assessment', 10, 22]),
  row('write assessment', ASSESSOR, 'AssessNet', 54, ['review assessment', 8, 41], ['set reserve', 3, 20]),
  row('review assessment', HANDLER, 'AssessNet', 16, ['set reserve', 8, 3], ['query assessor', 2, 5]),
  row('query assessor', HANDLER, 'Mail', 6, ['revise assessment', 10, 52]),
  row('revise assessment', ASSESSOR, 'AssessNet', 28, ['review assessment', 10, 18]),
  row('set reserve', HANDLER, 'ClaimCenter', 6, ['choose settlement', 10, 3]),
  row(
    'choose settlement',
    HANDLER,
    'ClaimCenter',
    12,
    ['approve repair', 5, 4],
    ['calculate payout', 5, 3],
    ['approve large claim', 2, 5],
  ),
  row(
    'approve large claim',
    LEAD,
    'ClaimCenter',
    24,
    ['approve repair', 4, 88],
    ['calculate payout', 4, 88],
    ['review assessment', 1, 40],
  ),
  row('approve repair', HANDLER, 'ClaimCenter', 5, ['select workshop', 10, 12]),
  row('select workshop', REPAIR, 'RepairNet', 9, ['book repair', 10, 6]),
  row('book repair', REPAIR, 'RepairNet', 8, ['track repair', 10, 140]),
  row(
    'track repair',
    REPAIR,
    'RepairNet',
    7,
    ['check workshop invoice', 7, 70],
    ['track repair', 2, 48],
    ['approve extra work', 2, 20],
  ),
  row('approve extra work', HANDLER, 'RepairNet', 14, ['track repair', 10, 44]),
  row('check workshop invoice', REPAIR, 'InvoiceBox', 15, ['calculate payout', 8, 9], ['query workshop', 2, 4]),
  row('query workshop', REPAIR, 'Mail', 7, ['check workshop invoice', 10, 66]),
  row('calculate payout', HANDLER, 'Spreadsheet', 17, ['apply deductible', 10, 1]),
  row('apply deductible', HANDLER, 'ClaimCenter', 5, ['release payment', 8, 30], ['second check', 3, 14]),
  row('second check', LEAD, 'ClaimCenter', 12, ['release payment', 9, 34], ['calculate payout', 1, 12]),
  row('release payment', PAYMENT, 'PayRun', 6, ['execute payment', 9, 64], ['correct bank details', 1, 8]),
  row('correct bank details', SERVICE, 'Phone', 9, ['release payment', 10, 30]),
  row('execute payment', PAYMENT, 'PayRun', 3, ['send settlement letter', 10, 7]),
  row(
    'send settlement letter',
    SERVICE,
    'LetterGen',
    6,
    ['close claim', 7, 90],
    ['claim recovery', 2, 60],
    ['answer objection', 1, 190],
  ),
  row('answer objection', SERVICE, 'Phone', 34, ['calculate payout', 3, 40], ['close claim', 6, 60]),
  row('claim recovery', RECOVERY, 'RecoDesk', 38, ['book recovery', 7, 340], ['close claim', 3, 200]),
  row('book recovery', RECOVERY, 'RecoDesk', 9, ['close claim', 10, 12]),
  row('close without payment', HANDLER, 'ClaimCenter', 5),
  row('close claim', HANDLER, 'ClaimCenter', 4),
];

/** Only told in recordings: no system logs it. */
export const TOLD_ACTIVITIES: readonly (ClaimActivity & { readonly after: string; readonly unsure?: boolean })[] = [
  { ...row('phone broker before noon', INTAKE, 'Phone', 10, ['check policy', 2, 0]), after: 'register claim' },
  {
    ...row('copy figures into spreadsheet', HANDLER, 'Spreadsheet', 12, ['calculate payout', 3, 0]),
    after: 'choose settlement',
  },
  { ...row('ask colleague about workshop', REPAIR, 'Phone', 5, ['book repair', 2, 0]), after: 'select workshop' },
  {
    ...row('print file for signature', LEAD, 'Paper', 6, ['release payment', 1, 0]),
    after: 'second check',
    unsure: true,
  },
  {
    ...row('look at weather report', FRAUD, 'Browser', 8, ['investigate suspicion', 1, 0]),
    after: 'check fraud signs',
    unsure: true,
  },
];
