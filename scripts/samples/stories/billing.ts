import { click, copy, line, paste, point, type Story, show, type } from './story.ts';

export const billing: Story = {
  name: 'billing',
  actor: 'Beatrix Holm',
  role: 'billing specialist',
  title: 'From the released order to the first invoice',
  voice: { name: 'en-us+f5', pitch: 40, speed: 176 },
  tabs: [{ page: 'tallybook' }, { page: 'orderbench', begin: 'open~detail' }, { page: 'tracker' }],
  lines: [
    line(
      "So, billing. I start when Ruben has released the order, I don't wait for the line.",
      point('[data-view=list] tr.pick'),
    ),
    line('In Tallybook I create the billing account.', click('#create')),
    line(
      'I copy the customer name and the tax id from OrderBench and paste them in, third time somebody does that, by the way.',
      show('orderbench'),
      copy('#d-name'),
      show('tallybook'),
      paste('#name'),
      show('orderbench'),
      copy('#d-tax'),
      show('tallybook'),
      paste('#tax'),
      click('#save'),
    ),
    line(
      'Then I compare the prices, contract on the left, order on the right.',
      click('#to-compare'),
      point('#price1'),
      point('#price3'),
      click('#compare'),
    ),
    line(
      "If they don't match, I send it back to Nadine in sales, she corrects the order form and I create the billing account again.",
      point('#difference'),
    ),
    line('Below five euros I let it go, I just know nobody will ever ask.', point('#small-difference')),
    line(
      'For customers with a weak score I look into the bank list every morning, I record the deposit, and I tell Ines in credit.',
      click('nav [data-for=bank]'),
      click('#record'),
      click('#tell-credit'),
    ),
    line(
      "Then the account sleeps until the service desk has confirmed the acceptance. That's, um, four to six weeks.",
      show('tracker'),
      point('#acceptance'),
    ),
    line('The invoice runs are on the first and on the fifteenth.', show('tallybook'), click('nav [data-for=run]')),
    line(
      'So if the acceptance comes on the sixteenth, the customer gets two weeks for free, or, no, not free, we bill it later.',
      point('#run-status'),
    ),
    line('I put the account on the run, and I send the first invoice.', click('#put'), click('#send')),
    line(
      'If the amount is over five thousand, Dario looks at it first, two pairs of eyes.',
      point('[data-view=run] .card'),
    ),
    line(
      'One in ten is wrong, mostly the first partial month, and then I correct the invoice and send it again.',
      click('nav [data-for=fix]'),
      click('#correct'),
    ),
    line(
      'At the end I set billing to done in the tracker, and Yusuf at the service desk can close the onboarding.',
      show('tracker'),
      type('#billing', 'done'),
    ),
  ],
};
