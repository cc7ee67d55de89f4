import { click, copy, line, paste, point, type Story, show, type } from './story.ts';

export const serviceDesk: Story = {
  name: 'service-desk',
  actor: 'Yusuf Tarrant',
  role: 'service desk agent',
  title: 'Welcome call, acceptance and the end of onboarding',
  voice: { name: 'en-gb+m5', pitch: 50, speed: 176 },
  tabs: [{ page: 'caredesk' }, { page: 'nodeloom' }, { page: 'mail' }, { page: 'tracker' }],
  lines: [
    line("Hello, I'm Yusuf from the service desk, we have the customer from here on."),
    line(
      'Kofi in provisioning has activated the service, so a ticket pops up in CareDesk.',
      point('#row-main'),
      click('#row-main'),
    ),
    line(
      'I assign the ticket to myself, and I look up the line in Nodeloom, whether it is really up.',
      click('#assign'),
      show('nodeloom'),
      click('nav [data-for=line]'),
    ),
    line('Then I make the welcome call.', show('caredesk'), click('#call')),
    line(
      'I go through the checklist: contacts, portal login, opening hours, who may order changes.',
      click('#k1'),
      click('#k2'),
      click('#k3'),
      click('#k4'),
    ),
    line(
      'I create the portal login while they are on the phone.',
      type('#portal', 'hanne.dross@merrowbay.example'),
      click('#create-login'),
    ),
    line('If nobody picks up I try again in the afternoon, three times, and then I write an email.', point('#tries')),
    line(
      "If they say it's slow, or the phones don't work, I send it back to Kofi, he fixes the configuration and tests the connection, and I call again.",
      point('#back'),
    ),
    line("Whether it's really the line or just their own wifi, well, you hear that after a while, I can't explain it."),
    line(
      'So then I email the acceptance form, and they have five working days, most need two or three.',
      click('#send-form'),
    ),
    line("If they don't answer in five days it counts as accepted, that's in the contract.", point('#deadline')),
    line(
      'Here it came back signed, so I copy the date and paste it into the tracker.',
      show('mail'),
      click('#letter0'),
      copy('#pickup'),
      show('tracker'),
      paste('#acceptance'),
    ),
    line('And I confirm the acceptance.', show('caredesk'), click('#confirm')),
    line(
      'Beatrix in billing sends the first invoice then, and that can be two weeks later, because of the runs.',
      point('#invoice'),
    ),
    line(
      "When that's out, I close the onboarding, um, and I archive the ticket.",
      click('#refresh'),
      click('#close'),
      click('#archive'),
    ),
  ],
};
