import { click, copy, line, paste, pick, point, type Story, show, type } from './story.ts';

export const sales: Story = {
  name: 'sales',
  actor: 'Nadine Orlow',
  role: 'sales consultant',
  title: 'From the inquiry to the submitted order',
  voice: { name: 'en-gb+f3', pitch: 52, speed: 176 },
  tabs: [{ page: 'mail' }, { page: 'dealwell' }, { page: 'tracker' }],
  lines: [
    line('Okay, so, um, this is how a new customer gets in with us, the sales part of it.'),
    line(
      'This mail is from Merrow Bay Clinics, they want a managed line for their house on Harbour Road.',
      click('#letter0'),
    ),
    line('I go into Dealwell and I record the inquiry.', show('dealwell'), click('#new-inquiry')),
    line(
      'I copy the company name out of the mail and I paste it in here.',
      show('mail'),
      copy('#pickup'),
      show('dealwell'),
      paste('#company'),
    ),
    line(
      'Then I type in the site address and the contact.',
      type('#address', 'Harbour Road 18, Merrow Bay'),
      type('#contact', 'Hanne Dross'),
      pick('#product', 'Managed line 500'),
    ),
    line(
      'Before I quote anything, I ask Jonas in network planning to check the line availability.',
      click('#ask-planning'),
    ),
    line(
      'That takes a day, maybe two, and about one address in fifteen we just cannot serve, then I cancel the order right there.',
      point('#availability'),
    ),
    line('This one came back green, so I prepare the quote.', click('#refresh'), click('#prepare-quote')),
    line(
      'I pick the bundle, I enter the term, and I set the discount.',
      pick('#bundle', 'Managed line 500 with firewall and backup'),
      type('#term', '36'),
      type('#discount', '8'),
    ),
    line('For the discount there is no rule, I just know what a clinic will swallow.', click('#recalculate')),
    line(
      "But if it is more than ten percent, Tobias has to approve the discount, he's our team lead, and he only does that late in the afternoon.",
      point('#discount'),
    ),
    line("Here it's eight, so I send the quote straight away.", click('#send-quote')),
    line('And then I wait for the customer, a week usually, some need three.', point('#quote-status')),
    line(
      'So, uh, when they say yes, I upload the order form, no, sorry, first I check the signature and then I upload the order form.',
      click('#accepted'),
      point('#upload'),
      click('#check-signature'),
      click('#upload'),
    ),
    line('Then I submit the order to Ruben at the order desk.', click('#submit-order')),
    line("His cutoff is four o'clock, anything later he looks at the next morning.", point('#order-status')),
    line(
      'I copy the order number and paste it into the tracker, so that everybody finds it.',
      copy('#number'),
      show('tracker'),
      paste('#order'),
      type('#customer', 'Merrow Bay Clinics'),
      type('#sales', 'Nadine'),
    ),
    line(
      'And one in four he sends back to me, a wrong address or a missing page, and then I correct the order form and submit the order again.',
      show('dealwell'),
      point('#returned'),
      click('#correct'),
      click('#resubmit'),
    ),
    line("That's it from my side."),
  ],
};
