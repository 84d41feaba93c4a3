// A little help; every page works without it.

// Copies a text when a button is pressed. Without script the text stands in the page and can be marked by hand.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const from = document.getElementById(button.dataset.copy);
    const text = from.href ?? from.textContent.trim().replace(/\s+/g, ' ');
    await navigator.clipboard.writeText(text);
    const told = document.getElementById('copied');
    told.textContent = told.dataset.said + text;
  });
}

// A build is of what was checked: its button is off while the form says something else. Without script the server tells.
const order = document.querySelector('form[data-checked]');
const build = document.querySelector('button[form=order]');
if (order && build) {
  const differs = (field) => field.type === 'checkbox' || field.type === 'radio'
    ? field.checked !== field.defaultChecked
    : field.tagName === 'SELECT'
      ? [...field.options].some((option) => option.selected !== option.defaultSelected)
      : 'defaultValue' in field && field.type !== 'hidden' && field.value !== field.defaultValue;
  const look = () => {
    build.disabled = [...order.elements].some(differs);
    document.getElementById('differs').hidden = !build.disabled;
  };
  order.addEventListener('input', look);
  window.addEventListener('pageshow', look);
  look();
}

// Says that something scrolls sideways where it does; without script that is said on every small screen.
const hinted = document.querySelectorAll('[data-hint]');
const measure = () => hinted.forEach((one) => {
  const scrolls = one.scrollWidth > one.clientWidth + 1;
  one.classList.toggle('scrolls', scrolls);
  one.classList.toggle('fits', !scrolls);
});
window.addEventListener('load', measure);
window.addEventListener('resize', measure);

// Follows a job: its step while it runs, and the page anew when that is over. Without script there is a link for it.
const job = document.querySelector('[data-progress]');
if (job) {
  const look = async () => {
    const answer = await fetch(job.dataset.progress).catch(() => null);
    if (answer?.ok) {
      // Another page, where one has been signed out meanwhile.
      const now = await answer.json().catch(() => ({ state: '' }));
      if (now.state !== 'waiting' && now.state !== 'working') {
        location.reload();
        return;
      }
      if (now.step) {
        document.getElementById('step').textContent = now.step;
        const bar = document.getElementById('progress');
        if (bar) {
          bar.max = now.of;
          bar.value = now.number;
        }
      }
    } else if (answer) {
      location.reload();
      return;
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
}
