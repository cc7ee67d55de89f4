// A made page as people work in: a dark bar, a table, small grey notes, white words on coloured buttons.

const CUSTOMERS = ['Hartwell Foods', 'Nordsee Logistik', 'Bluepine Ltd', 'Kestrel Motors'];
const STATES = ['Waiting', 'Approved', 'Rejected', 'On hold'];
const OWNERS = ['Ida Brandt', 'Noor Haddad', 'Tom Reyes'];
const NOTES = ['missing receipt', 'over the limit', 'second reminder sent', 'needs approval'];

const STYLE = `
  body { font: 13px "DejaVu Sans", "Segoe UI", sans-serif; margin: 0; color: #1c2430; background: #fff }
  nav { background: #243447; color: #fff; padding: 10px 16px; font-size: 14px }
  nav span { margin-right: 18px }
  main { padding: 14px }
  table { border-collapse: collapse; width: 100% }
  td, th { border-bottom: 1px solid #ddd; padding: 7px; text-align: left; white-space: nowrap }
  button { color: #fff; border: 0; padding: 7px 14px; border-radius: 5px; margin-right: 8px }
  small { color: #667; font-size: 13px }`;

export interface PageState {
  readonly rows: number;
  /** Approves the row and says so below the table: what a person's click changes. */
  readonly approved?: number;
}

/** HTML without anything from elsewhere; the same for the same state. */
export function makeInvoicePage({ rows, approved }: PageState): string {
  const body = Array.from({ length: rows }, (_, at) => makeRow(at, at === approved)).join('');
  const said =
    approved === undefined ? '' : `<p>Invoice ${numberOf(approved)} was approved by Ida Brandt just now.</p>`;
  return `<!doctype html><style>${STYLE}</style>
<nav><span>Ledgerly</span><span>Invoices</span><span>Customers</span><span>Reports</span><span>Settings</span></nav>
<main><h1>Invoices to approve</h1>
<p>These invoices wait for a decision. Amounts over 2,000 EUR go to the finance team before Thursday.</p>
<table><tr><th>Number</th><th>Customer</th><th>Due</th><th>Amount</th><th>State</th><th>Owner</th><th>Note</th></tr>${body}</table>
<p><button style="background:#2e8b57">Approve</button><button style="background:#c0392b">Reject</button><button style="background:#2c5fb3">Forward to finance</button></p>
${said}<small>Last change at 14:05. Questions about limits: see the order rules, section 4.</small></main>`;
}

const numberOf = (row: number): string => `INV-${20381 + row}`;

function makeRow(row: number, isApproved: boolean): string {
  const cells = [
    numberOf(row),
    pick(CUSTOMERS, row),
    `2026-03-${String((row % 28) + 1).padStart(2, '0')}`,
    `EUR ${(1234.5 + row * 77.35).toFixed(2)}`,
    isApproved ? 'Approved' : pick(STATES, row),
    pick(OWNERS, row),
    pick(NOTES, row),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

const pick = (names: readonly string[], at: number): string => names[at % names.length]!;
