// The letters that the person named in ?as= finds in the inbox. The part in brackets can be picked up and copied.
const mailboxes = {
  sales: {
    owner: 'nadine.orlow@larkspan.example',
    letters: [
      ['Hanne Dross', 'Managed line for our clinic', '09:12', 'Dear Ms Orlow,|we are [Merrow Bay Clinics] and we move into a new house at Harbour Road 18.|We need a managed line with 500 Mbit/s, a firewall and a backup. Could you send us a quote?|Hanne Dross, practice manager'],
      ['Ruben Achterhof', 'LN-20714 returned: page 2 missing', '08:55', 'Hi Nadine, Quarry Lane Schools comes back to you, page 2 of the order form is missing.'],
      ['Jonas Virtala', 'Hask Timber: no service', 'yesterday', 'No duct, no copper at Upper Mill 2. We cannot serve it.'],
    ],
  },
  'order-desk': {
    owner: 'ruben.achterhof@larkspan.example',
    letters: [
      ['Arvid Lenz', 'Tolvane is getting nervous', '08:31', 'Morning Ruben, any news on the Tolvane order?'],
      ['Lindenau Bakeries', 'Re: your tax id', 'yesterday', 'We will send it once our accountant is back from holiday.'],
      ['Ines Calloway', 'LN-20703 refused', 'yesterday', 'Old Pier Amusements: I had to refuse the credit.'],
    ],
  },
  credit: {
    owner: 'ines.calloway@larkspan.example',
    letters: [
      ['Beatrix Holm', 'Deposit Sable Courier recorded', '09:02', 'Hello Ines, three monthly fees came in this morning.'],
      ['Keiko Mandl', 'New accounts of Old Pier', 'yesterday', 'Please have another look, the new annual accounts are attached.'],
    ],
  },
  legal: {
    owner: 'gwen.sharpe@larkspan.example',
    letters: [
      ['Merrow Bay Clinics', 'Re: contract LN-20723, clause 9', '10:20', 'Dear Ms Sharpe,|our lawyer asks for a higher cap in clause 9. Otherwise we agree with everything.|Hanne Dross'],
      ['Vale Street Credit Union', 'Re: contract LN-20711', '09:48', 'Agreed, please send it for signature.'],
      ['Keiko Mandl', 'When will Brackwater be ready?', 'yesterday', 'They ask me every day.'],
    ],
  },
  planning: {
    owner: 'jonas.virtala@larkspan.example',
    letters: [
      ['Nadine Orlow', 'Availability: Harbour Road 18', '08:44', 'Hi Jonas, can we serve [Harbour Road 18, Merrow Bay] with 500 Mbit/s?'],
      ['Northgrid Carrier', 'Order 88120 rejected', '08:10', 'Door number unknown. Please order again.'],
      ['Keiko Mandl', 'Survey Brackwater', 'yesterday', 'They are free on Thursday.'],
    ],
  },
  'service-desk': {
    owner: 'yusuf.tarrant@larkspan.example',
    letters: [
      ['Hanne Dross', 'Signed acceptance form', '11:05', 'Dear Mr Tarrant,|here is the signed form. Date of acceptance: [27 Nov 2026].|Everything works. Hanne Dross'],
      ['Kofi Lindqvist', 'Merrow Bay is live', '25 Nov', 'Activated at 14:10, backup tested as well.'],
    ],
  },
};

const mailbox = mailboxes[new URLSearchParams(location.search).get('as')] ?? mailboxes.sales;
const byId = (id) => document.querySelector(`#${id}`);

function read(index) {
  const [from, subject, time, text] = mailbox.letters[index];
  for (const [place, node] of [...byId('list').children].entries()) node.classList.toggle('on', place === index);
  byId('subject').textContent = subject;
  byId('from').textContent = `${from}, ${time}`;
  byId('body').replaceChildren(...text.split('|').map(makeParagraph));
  document.title = `${subject} - Larkmail`;
}

function makeParagraph(text) {
  const [, before, picked, after] = /^([^[]*)\[([^\]]*)\](.*)$/.exec(text) ?? [];
  const paragraph = document.createElement('p');
  if (picked === undefined) paragraph.textContent = text;
  else {
    const pickup = document.createElement('span');
    pickup.id = 'pickup';
    pickup.className = 'pickup';
    pickup.textContent = picked;
    paragraph.append(before, pickup, after);
  }
  return paragraph;
}

byId('owner').textContent = mailbox.owner;
for (const [index, [from, subject, time]] of mailbox.letters.entries()) {
  const letter = document.createElement('div');
  letter.className = 'letter';
  letter.id = `letter${index}`;
  const when = document.createElement('span');
  when.textContent = time;
  const sender = document.createElement('b');
  sender.textContent = from;
  const line = document.createElement('div');
  line.textContent = subject;
  letter.append(when, sender, line);
  letter.addEventListener('click', () => read(index));
  byId('list').append(letter);
}
