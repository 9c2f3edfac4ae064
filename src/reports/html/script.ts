/**
 * What the page does when scripts run: the proof of a finding opens as a drawer, findings and devices can be filtered,
 * and printing opens every proof. Without it everything can still be read. It reads the page and nothing else.
 */
export const SCRIPT = `
'use strict';
(function () {
  const root = document.documentElement;
  const drawer = document.getElementById('drawer');
  const body = document.getElementById('drawer-body');
  const title = document.getElementById('drawer-title');
  root.classList.add('scripted');
  let home = null;

  function giveBack() {
    if (home === null) return;
    while (body.firstChild) home.appendChild(body.firstChild);
    home = null;
  }

  function openProof(finding) {
    const proof = finding.querySelector('.proof');
    if (drawer.open) drawer.close();
    giveBack();
    home = proof;
    while (proof.firstChild) body.appendChild(proof.firstChild);
    title.textContent = finding.querySelector('.title').textContent;
    drawer.showModal();
    drawer.scrollTop = 0;
  }

  for (const summary of document.querySelectorAll('.finding summary')) {
    summary.setAttribute('aria-haspopup', 'dialog');
    summary.addEventListener('click', function (event) {
      event.preventDefault();
      openProof(summary.closest('.finding'));
    });
  }
  drawer.addEventListener('close', giveBack);
  document.getElementById('drawer-close').addEventListener('click', function () { drawer.close(); });
  drawer.addEventListener('click', function (event) { if (event.target === drawer) drawer.close(); });

  function openNamed(hash) {
    const target = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
    if (target === null || !target.classList.contains('finding')) return;
    target.hidden = false;
    const fold = target.closest('details.fold');
    if (fold !== null) fold.open = true;
    openProof(target);
  }
  document.addEventListener('click', function (event) {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link === null) return;
    if (drawer.open) drawer.close();
    openNamed(link.getAttribute('href'));
  });
  window.addEventListener('hashchange', function () { if (!drawer.open) openNamed(location.hash); });
  openNamed(location.hash);

  const form = document.getElementById('filter');
  function applyFilter() {
    const wanted = new Set(Array.from(form.querySelectorAll('[name=severity]:checked'), function (box) { return box.value; }));
    const kind = form.elements.namedItem('class').value;
    const device = form.elements.namedItem('device').value.trim().toLowerCase();
    const all = document.querySelectorAll('#finding-list .finding');
    let shown = 0;
    for (const finding of all) {
      const data = finding.dataset;
      const fits = wanted.has(data.severity) && (kind === '' || data.class === kind) && data.name.includes(device);
      finding.hidden = !fits;
      if (fits) shown += 1;
    }
    document.getElementById('filter-status').textContent = shown + ' of ' + all.length + ' shown';
  }
  if (form !== null) {
    form.addEventListener('input', applyFilter);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    applyFilter();
  }

  for (const box of document.querySelectorAll('[data-filters]')) {
    box.addEventListener('input', function () {
      const part = box.value.trim().toLowerCase();
      for (const item of document.getElementById(box.dataset.filters).children)
        item.hidden = !item.dataset.name.includes(part);
    });
  }

  let opened = [];
  window.addEventListener('beforeprint', function () {
    if (drawer.open) drawer.close();
    giveBack();
    opened = Array.from(document.querySelectorAll('details:not([open])'));
    for (const part of opened) part.open = true;
  });
  window.addEventListener('afterprint', function () {
    for (const part of opened) part.open = false;
    opened = [];
  });
})();
`;
