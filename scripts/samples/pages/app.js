// Makes the static pages react. An element says what its click does in data-do, as steps parted by ";", words by "~":
//   open~VIEW   set~#id~text~pill   show~#id   hide~#id   add~#template~#body   fill~#id~text   wait~ms   toast~text
const steps = {
  open(name) {
    for (const view of document.querySelectorAll('[data-view]')) view.hidden = view.dataset.view !== name;
    for (const link of document.querySelectorAll('nav a')) link.classList.toggle('on', link.dataset.for === name);
    setTitle(document.querySelector(`[data-view="${name}"]`).dataset.title);
  },
  set(selector, text, look) {
    const target = document.querySelector(selector);
    target.textContent = text;
    if (look) target.className = `pill ${look}`;
  },
  show: (selector) => document.querySelector(selector).removeAttribute('hidden'),
  hide: (selector) => document.querySelector(selector).setAttribute('hidden', ''),
  add(template, body) {
    const row = document.querySelector(template).content.firstElementChild.cloneNode(true);
    document.querySelector(body).append(row);
  },
  fill(selector, text) {
    document.querySelector(selector).value = text;
  },
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, Number(ms))),
  toast(text) {
    note(text);
    document.querySelector('.toast')?.remove();
    const toast = document.createElement('div');
    toast.className = 'toast';
    toast.textContent = text;
    document.body.append(toast);
    setTimeout(() => toast.remove(), 3500);
  },
};

/** The newest three changes stand at the foot of the page; the minutes go on by one with each of them. */
function note(text) {
  const log = document.querySelector('.log');
  if (!log) return;
  const [hours, minutes] = document.body.dataset.clock.split(':').map(Number);
  document.body.dataset.clock = `${String(hours).padStart(2, '0')}:${String(minutes + 1).padStart(2, '0')}`;
  const line = document.createElement('div');
  const time = document.createElement('b');
  time.textContent = document.body.dataset.clock;
  line.append(time, text);
  log.querySelector('h2').after(line);
  log.querySelectorAll('div')[3]?.remove();
}

function setTitle(text) {
  const system = document.body.dataset.system;
  document.title = text ? `${text} - ${system}` : system;
}

/** Also called from outside, to put a page into the state somebody left it in. */
async function run(script) {
  for (const step of script.split(';')) {
    const [name, ...words] = step.trim().split('~');
    await steps[name](...words);
  }
}

document.addEventListener('click', async ({ target }) => {
  const source = target.closest('[data-do]');
  if (!source) return;
  if (source.matches('button')) source.classList.add('done');
  if (source.matches('tr')) {
    for (const row of source.parentElement.children) row.classList.toggle('pick', row === source);
  }
  await run(source.dataset.do);
});

if (document.body.dataset.clock) {
  const log = document.createElement('div');
  log.className = 'log';
  const heading = document.createElement('h2');
  heading.textContent = 'Recent changes';
  log.append(heading);
  document.body.append(log);
  for (const text of document.body.dataset.before.split('|').reverse()) note(text);
}
setTitle(document.querySelector('[data-view]:not([hidden])')?.dataset.title);
