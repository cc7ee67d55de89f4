// Made pages of other kinds than those of the samples: small print, pale print, dark ground, coloured buttons.
import { makeInvoicePage } from './invoice-page.ts';

export interface MadePage {
  readonly name: string;
  /** HTML without anything from elsewhere. */
  readonly html: string;
}

export const makePages = (): MadePage[] => [
  { name: 'invoices', html: makeInvoicePage({ rows: 15 }) },
  { name: 'form', html: makeForm() },
  { name: 'dark', html: makeDarkBoard() },
  { name: 'pale', html: makePaleReport() },
];

const page = (style: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><style>* { box-sizing: border-box } body { margin: 0 } ${style}</style>${body}`;

const FIELDS: readonly (readonly [label: string, value: string])[] = [
  ['Supplier', 'Fernhill Paper Mills'],
  ['Supplier number', 'S-40918'],
  ['Purchase order', 'PO-2026-1187'],
  ['Delivery note', 'DN 77120'],
  ['Cost centre', '4400 Printing'],
  ['Payment terms', '30 days net'],
  ['Bank account', 'DE44 5001 0517 5407 3249 31'],
  ['Contact', 'marta.olsen@fernhill.example'],
  ['Telephone', '+45 33 12 90 18'],
  ['Amount', '18,440.25 EUR'],
  ['Tax', '19 %'],
  ['Due date', '14 April 2026'],
];

/** Twelve fields in two columns, labels of 12 pixels, buttons white on blue. */
function makeForm(): string {
  const fields = FIELDS.map(([label, value]) => `<label><span>${label}</span><input value="${value}"></label>`).join(
    '',
  );
  const tabs = ['General', 'Items', 'Taxes', 'Attachments', 'History'].map((tab) => `<a>${tab}</a>`).join('');
  return page(
    `body { font: 12px "Liberation Sans", Arial, sans-serif; background: #f3f5f7; color: #222 }
     header { background: #0b57a4; color: #fff; padding: 9px 16px; font-size: 15px } header small { float: right; font-size: 12px }
     nav { padding: 10px 16px; background: #fff; border-bottom: 1px solid #c9d1d9 } nav a { margin-right: 22px; color: #0b57a4 }
     form { display: grid; grid-template-columns: 1fr 1fr; gap: 10px 30px; padding: 18px; background: #fff; margin: 14px; border: 1px solid #d4dae0 }
     label { display: flex; align-items: center } label span { width: 130px; color: #56616d }
     input { font: inherit; flex: 1; padding: 5px 7px; border: 1px solid #9aa5b1; border-radius: 3px; color: inherit }
     p { margin: 0 16px 14px; color: #56616d } button { font: bold 13px "Liberation Sans", Arial; color: #fff; background: #1a73e8; border: 0; border-radius: 4px; padding: 8px 18px; margin: 0 0 0 16px }`,
    `<header>Incoming invoice 2026-00431 <small>Signed in as Marta Olsen</small></header><nav>${tabs}</nav><form>${fields}</form>
     <p>The amount differs from the purchase order by 120.00 EUR. A second person must confirm differences above 100.00 EUR before the invoice is posted.</p>
     <button>Save draft</button><button>Send for approval</button><button style="background:#5f6b7a">Cancel</button>`,
  );
}

const JOBS = [
  'Import suppliers',
  'Match payments',
  'Send reminders',
  'Close period',
  'Archive letters',
  'Check balances',
];

/** Light print on dark ground all over, as in consoles and dark themes. */
function makeDarkBoard(): string {
  const rows = Array.from({ length: 14 }, (_, at) => {
    const [job, state] = [JOBS[at % JOBS.length], ['done', 'running', 'failed', 'waiting'][at % 4]];
    return `<tr><td>${3120 + at * 7}</td><td>${job}</td><td><b class="${state}">${state}</b></td><td>0${at % 9}:1${at % 6}</td><td>${(at * 37) % 90} s</td><td>worker-${(at % 3) + 1}</td></tr>`;
  }).join('');
  const heads = ['Run', 'Job', 'State', 'Started', 'Length', 'Where'].map((head) => `<th>${head}</th>`).join('');
  return page(
    `body { font: 13px "DejaVu Sans", sans-serif; background: #1e2127; color: #d5d9e0 }
     header { background: #14161a; padding: 11px 16px; color: #fff } header i { font-style: normal; color: #8b93a1; margin-left: 20px }
     table { border-collapse: collapse; width: 1240px; margin: 16px } td, th { text-align: left; padding: 7px 10px; border: 1px solid #363b45 } th { color: #98a1b0 }
     b { font-weight: normal; padding: 1px 9px; border-radius: 9px; color: #fff } .done { background: #2d7d46 } .running { background: #2860a8 } .failed { background: #a83232 } .waiting { background: #6b7280 }
     pre { font: 13px "DejaVu Sans Mono", monospace; margin: 16px; color: #a9d0a9 }`,
    `<header>Nightly jobs<i>Overview</i><i>Schedules</i><i>Logs</i><i>Settings</i></header><table><tr>${heads}</tr>${rows}</table>
     <pre>02:14:07 worker-2 Match payments: 418 matched, 12 left over\n02:14:09 worker-2 Match payments: account 1200 is locked by period close</pre>`,
  );
}

/** Grey on white, as notes and hints are, in two columns of prose, with cards of figures above. */
function makePaleReport(): string {
  const cards = [
    ['Open orders', '1,284'],
    ['Late', '73'],
    ['Average days', '6.4'],
    ['Returned', '2.1 %'],
  ];
  const drawn = cards
    .map(([name, figure]) => `<div class="card"><small>${name}</small><b>${figure}</b></div>`)
    .join('');
  const prose = [
    'Orders that wait for a signature are counted from the day on which the contract was sent, weekends left out.',
    'Late orders are those whose promised date has passed while no delivery note was booked for them.',
    'Returned orders went back to sales at least once because an address or a tax number was missing.',
    'Figures are updated every night at two; changes of today are not part of them yet.',
  ];
  return page(
    `body { font: 13px "Liberation Sans", Arial, sans-serif; color: #8a8f98; background: #fff; padding: 20px 26px }
     h1 { font-size: 19px; color: #30353d; margin: 0 0 14px } .cards { display: flex; gap: 14px } .card { flex: 1; border: 1px solid #e3e6ea; border-radius: 6px; padding: 12px 16px }
     small { display: block; font-size: 12px; color: #9aa0a8 } b { font-size: 24px; color: #30353d }
     .prose { columns: 2; column-gap: 40px; margin-top: 22px; line-height: 1.6; color: #7a808a } footer { margin-top: 26px; color: #9a9a9a; font-size: 12px }`,
    `<h1>Order desk, week 14</h1><div class="cards">${drawn}</div><div class="prose">${[...prose, ...prose].map((text) => `<p>${text}</p>`).join('')}</div>
     <footer>Made by the reporting service on 2 April 2026 at 02:07. Questions: reports@northdesk.example</footer>`,
  );
}
