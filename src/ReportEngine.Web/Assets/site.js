// Copies a text when a button is pressed. Without script the text stands in the page and can be marked by hand.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.dataset.copy).textContent.trim().replace(/\s+/g, ' ');
    await navigator.clipboard.writeText(text);
    document.getElementById('copied').textContent = 'Copied: ' + text;
  });
}
