// Comforts only; every page works without this file.
//   "/" goes to the search box; ↓ and ↑ go through the results from there, Enter opens one; "?" shows these keys, and can turn
//   them off; what waits to be read is followed; files are taken where they are dropped; a place that moved is found again.
const find = (selector) => document.querySelector(selector)

find('.site-nav [aria-current]')?.scrollIntoView({
  block: 'nearest',
  inline: 'center',
  behavior: 'instant',
})

// ---- keys

const keysOff = 'vanthu-keys-off'
const keysDialog = find('#keys')
const keysButton = find('#keys-button')

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const isTyping = event.target.closest('input, select, textarea, dialog') !== null
  const isLetterKey = event.key === '/' || event.key === '?'
  if (isLetterKey && !isTyping && localStorage.getItem(keysOff) === null) {
    event.preventDefault()
    if (event.key === '?') showKeys()
    else goToSearch()
    return
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step) moveInResults(event, step)
})

function goToSearch() {
  const box = find('form.search input[name="q"]')
  if (!box) return location.assign('/#q')
  box.focus()
  box.select()
}
if (location.hash === '#q') goToSearch()

function moveInResults(event, step) {
  const hits = [...document.querySelectorAll('.hits h3 a')]
  const box = find('form.search input[name="q"]')
  const at = hits.indexOf(document.activeElement)
  if (hits.length === 0 || (at < 0 && (event.target !== box || step < 0))) return
  event.preventDefault()
  const next = at + step
  if (next < 0) box?.focus()
  else hits[Math.min(next, hits.length - 1)].focus()
}

function showKeys() {
  const choice = keysDialog.querySelector('input')
  choice.checked = localStorage.getItem(keysOff) === null
  choice.onchange = () =>
    choice.checked ? localStorage.removeItem(keysOff) : localStorage.setItem(keysOff, '1')
  keysDialog.showModal()
}
if (keysButton && keysDialog) {
  keysButton.hidden = false
  keysButton.addEventListener('click', showKeys)
}

// ---- what is being read

function follow(list) {
  const events = new EventSource(list.dataset.follow)
  const on = (name, act) => events.addEventListener(name, ({ data }) => act(data))
  on('file', (markup) => {
    const template = document.createElement('template')
    template.innerHTML = markup
    const line = template.content.firstElementChild
    const old = document.getElementById(line.id)
    const hadFocus = old?.contains(document.activeElement)
    old?.replaceWith(line)
    if (hadFocus) line.querySelector('a').focus()
  })
  on('summary', (words) => {
    for (const place of document.querySelectorAll('[data-summary]')) place.textContent = words
  })
  on('done', () => {
    events.close()
    if (list.dataset.then === 'reload') location.reload()
  })
  events.addEventListener('error', () => {
    // A connection that is lost is made anew by the browser itself; one that was refused is not.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 10_000)
  })
}
for (const list of document.querySelectorAll('[data-follow]')) follow(list)

const waiting = find('[data-reload-seconds]')
if (waiting) setTimeout(() => location.reload(), Number(waiting.dataset.reloadSeconds) * 1000)

// ---- files that are dropped anywhere on a page with a form for them

function takeDrops(form) {
  const input = form.querySelector('input[type="file"]')
  const isOfFiles = (event) => event.dataTransfer?.types.includes('Files')
  form.querySelector('.drop-hint').hidden = false
  document.addEventListener('dragover', (event) => {
    if (!isOfFiles(event)) return
    event.preventDefault()
    form.classList.add('is-over')
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) form.classList.remove('is-over')
  })
  document.addEventListener('drop', (event) => {
    if (!isOfFiles(event)) return
    event.preventDefault()
    form.classList.remove('is-over')
    input.files = event.dataTransfer.files
    input.dispatchEvent(new Event('change'))
    if (input.files.length > 0) form.requestSubmit()
  })
  input.addEventListener('change', () => {
    const bytes = [...input.files].reduce((sum, file) => sum + file.size, 0)
    const isTooMuch = bytes > Number(form.dataset.mostBytes)
    input.setCustomValidity(isTooMuch ? form.dataset.tooMuch : '')
  })
  form.addEventListener('submit', () => {
    const button = form.querySelector('button')
    button.textContent = form.dataset.sending
    // Not disabled: whoever comes back to this page can send again.
    button.setAttribute('aria-busy', 'true')
  })
}
for (const form of document.querySelectorAll('form[data-drop]')) takeDrops(form)

// ---- links to a place in the text ("#a=2303-2742") after what was found there was read anew

function goToPlace() {
  const place = /^#a=(\d+)-(\d+)$/.exec(location.hash)
  if (!place || document.getElementById(location.hash.slice(1))) return
  const [start, end] = [Number(place[1]), Number(place[2])]
  const [nearest] = [...document.querySelectorAll('.paper [id^="a="]')]
    .map((mark) => [mark, ...mark.id.slice(2).split('-').map(Number)])
    .filter(([, from, to]) => from < end && start < to)
    .map(([mark, from, to]) => ({ mark, off: Math.abs(from - start) + Math.abs(to - end) }))
    .sort((a, b) => a.off - b.off)
  // By its own address, so that it is marked as well.
  if (nearest) location.replace(`#${nearest.mark.id}`)
}
goToPlace()
addEventListener('hashchange', goToPlace)

// ---- results that are swapped in by htmx

document.addEventListener('htmx:before:swap', (event) => {
  const { ctx, tasks } = event.detail
  if (tasks.some(({ fragment }) => fragment.childElementCount > 0)) return
  // What came is another page: a fault, or the page on which to log in.
  event.preventDefault()
  location.assign(ctx.request.action)
})
document.addEventListener('htmx:error', ({ detail }) => location.assign(detail.ctx.request.action))

document.addEventListener('htmx:after:swap', ({ target }) => {
  if (!find('#search')?.contains(target) && target !== document) return
  const title = find('#results-title')
  // Whoever pressed a link that is gone goes on at the results; who cannot see them is told how many there are.
  if (document.activeElement === document.body) title?.focus()
  find('#said').textContent =
    (title ?? find('#search .empty h2, #search .notice h2'))?.textContent ?? ''
})

// The link to the other language was made for the results that were there first.
find('.site-nav .language')?.addEventListener('click', ({ currentTarget }) => {
  const url = new URL(location.href)
  url.searchParams.set('lang', currentTarget.hreflang)
  if (url.pathname !== '/' || new URL(currentTarget.href).pathname === '/')
    currentTarget.href = url.href
})
