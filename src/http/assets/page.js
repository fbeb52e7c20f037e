// Comforts only; every page works without this file.
//   "/" goes to the search box; ↓ and ↑ go through the results from there, Enter opens one;
//   a document that is waiting to be read is looked at again until it has been.
const searchBox = document.querySelector('form.search input[name="q"]')
const hits = [...document.querySelectorAll('.hits h3 a')]

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const isTyping = event.target.closest('input, select, textarea') !== null
  if (event.key === '/' && !isTyping && searchBox) {
    event.preventDefault()
    searchBox.focus()
    searchBox.select()
    return
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || hits.length === 0) return
  const at = hits.indexOf(document.activeElement)
  if (at < 0 && (event.target !== searchBox || step < 0)) return
  event.preventDefault()
  const next = at + step
  if (next < 0) searchBox?.focus()
  else hits[Math.min(next, hits.length - 1)].focus()
})

const waiting = document.querySelector('[data-reload-seconds]')
if (waiting) setTimeout(() => location.reload(), Number(waiting.dataset.reloadSeconds) * 1000)
