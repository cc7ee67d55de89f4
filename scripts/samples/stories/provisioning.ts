import { click, copy, line, paste, point, type Story, show, type } from './story.ts';

export const provisioning: Story = {
  name: 'provisioning',
  actor: 'Kofi Lindqvist',
  role: 'provisioning engineer',
  title: 'Router waves, connection test and activation',
  voice: { name: 'en-us+m7', pitch: 46, speed: 176 },
  tabs: [
    { page: 'nodeloom' },
    {
      page: 'linemap',
      begin:
        'open~design;fill~#access~Fibre 500 Mbit/s;fill~#exchange~Fairview;fill~#addresses~10.44.18.0/28;show~#path;set~#design-status~designed~ok',
    },
    { page: 'tracker' },
  ],
  lines: [
    line('Hi, this is Kofi from provisioning, I make the boxes and I switch the lines on.'),
    line(
      'We work in waves: we configure the routers on Tuesday and Thursday morning, all of them in one go.',
      point('#row-main'),
    ),
    line('So I open the job in Nodeloom and I configure the router.', click('#row-main')),
    line(
      'I copy the addresses from Linemap, from the design that Jonas made, and I paste them into the template here.',
      show('linemap'),
      copy('#addresses'),
      show('nodeloom'),
      paste('#addresses'),
    ),
    line(
      'I, uh, I enter the serial number, and I load the configuration.',
      type('#serial', 'R240-88-1173'),
      click('#load'),
    ),
    line('Then I ship the router.', click('#to-ship'), click('#ship')),
    line(
      "The courier comes at two, so anything after two o'clock goes out tomorrow.",
      point('[data-view=ship] h1 .pill'),
    ),
    line(
      'Then nothing happens until the line is there, that is, you know, the long wait, two or three weeks.',
      point('#waiting'),
    ),
    line(
      'On the day I test the connection: speed, delay, and the backup.',
      click('nav [data-for=tests]'),
      click('#test'),
    ),
    line(
      "Here the backup is red, so I fix the configuration, it's the wrong VLAN, it's always the wrong VLAN.",
      point('#r3'),
      type('#backup-vlan', '214'),
      click('#fix'),
    ),
    line('And I test the connection again. Green.', click('#again')),
    line(
      'If it fails three times, I send it back to Jonas in planning, and he checks the design.',
      point('#back-to-planning'),
    ),
    line(
      "Sometimes it's green and I still don't trust it, then I leave it running over night, there's no rule for that, that's just a feeling.",
      point('#test-status'),
    ),
    line('Then I activate the service, and I hand it over to Yusuf at the service desk.', click('#activate')),
    line('And I update the tracker.', show('tracker'), type('#router', 'activated')),
  ],
};
