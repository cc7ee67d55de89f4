import { click, copy, line, paste, point, type Story, show, type } from './story.ts';

export const credit: Story = {
  name: 'credit',
  actor: 'Ines Calloway',
  role: 'credit controller',
  title: 'Credit check of a new customer',
  voice: { name: 'en-gb-x-rp+f2', pitch: 44, speed: 174 },
  tabs: [{ page: 'solvia' }, { page: 'mail' }, { page: 'tracker' }],
  lines: [
    line('Hello, this is Ines from credit, I do these between nine and half past ten.', point('#row-main')),
    line('In Solvia I open the request that Ruben at the order desk has sent.', click('#row-main')),
    line('I copy the tax id and I pull the credit report with it.', copy('#tax'), paste('#lookup'), click('#pull')),
    line('It takes a few seconds, there it is.', point('#report-no')),
    line(
      'Now I check the credit report, the score, the late payments, and since when they exist.',
      point('#score'),
      point('#late'),
      point('#since'),
    ),
    line("Seventy-four, that's fine, above sixty I don't think twice.", point('#score')),
    line(
      "Between forty and sixty I open the annual accounts, and then it's, hmm, it's experience, a clinic always pays, a restaurant, I don't know.",
      click('#accounts'),
    ),
    line(
      'If the order is over fifty thousand a year, Bartek has to review the large order as well, and he does those on Monday and Thursday at ten, so it can lie there for three days.',
      click('nav [data-for=large]'),
    ),
    line(
      "This one is eighty-eight, so he'll see it, no, sorry, that's the hotel, ours is forty-seven thousand, so no second review.",
      click('nav [data-for=list]'),
      point('#row-main'),
    ),
    line(
      'Below forty I request a deposit, three monthly fees, and then I wait until Beatrix in billing has recorded the deposit, ten days easily.',
      click('nav [data-for=deposits]'),
    ),
    line(
      'And now and then I have to refuse the credit, maybe two in a hundred.',
      click('nav [data-for=list]'),
      point('#row-refused'),
    ),
    line('Then sales sends me newer accounts and I check the credit report again.', show('mail'), click('#letter1')),
    line(
      'So, I enter the limit, and, um, I copy the report number and paste it into the note.',
      show('solvia'),
      click('#row-main'),
      type('#limit', '12,000'),
      copy('#report-no'),
      paste('#note'),
    ),
    line('And I approve the credit limit.', click('#approve')),
    line(
      "It goes back to Ruben by itself, but he doesn't look there, so I send him a mail as well.",
      show('mail'),
      click('#write'),
      type('#to', 'ruben.achterhof@larkspan.example'),
      type('#about', 'LN-20723 approved'),
      click('#send'),
    ),
    line('And I update the tracker, credit is approved.', show('tracker'), type('#credit', 'approved')),
  ],
};
