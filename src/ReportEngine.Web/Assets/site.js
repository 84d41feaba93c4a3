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
