import { click, copy, line, paste, pick, point, type Story, show, type } from './story.ts';

export const planning: Story = {
  name: 'planning',
  actor: 'Jonas Virtala',
  role: 'network planner',
  title: 'Line availability, design and the access line',
  voice: { name: 'en-gb+m1', pitch: 30, speed: 168 },
  tabs: [{ page: 'mail' }, { page: 'linemap' }, { page: 'tracker' }],
  lines: [
    line('Um, okay, network planning, so I get two kinds of work.'),
    line('First the questions from sales.', click('#letter0')),
    line(
      'I copy the address, paste it into Linemap, and check the line availability.',
      copy('#pickup'),
      show('linemap'),
      paste('#address'),
      click('#check'),
    ),
    line(
      "If the building is on the fibre map it's green, and I answer within the hour.",
      point('#answer'),
      click('#answer-sales'),
    ),
    line(
      "If I don't know the building, I survey the site, I mean, I drive there with a ladder, and that needs an appointment, so two or three days.",
      click('nav [data-for=surveys]'),
    ),
    line("If there's no duct and no copper, I tell Nadine no, and she cancels the order.", point('#no-service')),
    line(
      'The second kind is released orders, this one Ruben at the order desk released this morning.',
      click('nav [data-for=list]'),
      click('#row-main'),
    ),
    line(
      'I design the network: I choose the access, I draw the path from the exchange, and I reserve the addresses.',
      pick('#access', 'Fibre 500 Mbit/s'),
      pick('#exchange', 'Fairview'),
      click('#draw'),
      click('#reserve'),
    ),
    line(
      "Which exchange I take when two are possible, that's from experience, the old one on Mill Lane floods.",
      point('#exchange'),
      click('#save-design'),
    ),
    line(
      'Sometimes the order has the wrong speed on it, then it goes back to the order desk, they enter the order again and I redo the design.',
      click('nav [data-for=list]'),
      point('#row-wrong'),
    ),
    line(
      'Then I order the access line, I copy the design number and paste it into the carrier form.',
      click('#row-main'),
      copy('#design-no'),
      click('#to-carrier'),
      paste('#carrier-design'),
      click('#order-line'),
    ),
    line(
      'The carrier answers after four or five days, and then they take two or three weeks until the line is really there.',
      point('#carrier-rows tr.new'),
    ),
    line(
      'One in ten they reject, mostly because of the door number, and then I order the access line again.',
      point('#rejected'),
      click('#order-again'),
    ),
    line('When they give me the day, I confirm the line date, here.', type('#date', '24 Nov'), click('#confirm-date')),
    line(
      "And Kofi in provisioning sees it in the tracker, that's the handover.",
      show('tracker'),
      type('#LN-20708-line', '24 Nov'),
    ),
  ],
};
