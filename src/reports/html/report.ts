import { createHash } from 'node:crypto';
import { formatInstant, formatMinute } from '../../base/time.ts';
import type { Answers } from '../../model/answers.ts';
import type { Report, ReportOptions } from '../kit/contract.ts';
import { cards } from './cards.ts';
import { checksSection } from './checks.ts';
import { coverageSection } from './coverage.ts';
import { devicesSection } from './devices.ts';
import { dutiesSection } from './duties.ts';
import { findingsSection } from './findings.ts';
import { incidentsSection } from './incidents.ts';
import { intelligenceSection } from './intelligence.ts';
import { ledgerSection } from './ledger.ts';
import { html, type Markup, ours } from './markup.ts';
import { scopeSection } from './scope.ts';
import { SCRIPT } from './script.ts';
import { STYLE_MEDIA } from './style-media.ts';
import { STYLE_PAGE } from './style-page.ts';
import { STYLE_PARTS } from './style-parts.ts';
import { bullets, pairs } from './table.ts';

const STYLE = STYLE_PAGE + STYLE_PARTS + STYLE_MEDIA;

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Nothing may be loaded or sent; only this one style and this one script may run. */
function policy(): string {
  return `default-src 'none'; style-src ${digest(STYLE)}; script-src ${digest(SCRIPT)}; base-uri 'none'; form-action 'none'`;
}

const NAVIGATION = [
  ['answers', 'Answers'],
  ['findings', 'Findings'],
  ['timeline', 'Timeline'],
  ['coverage', 'Coverage'],
  ['checks', 'Checks'],
  ['scope', 'Scope'],
  ['duties', 'Duties'],
  ['devices', 'Devices'],
  ['intelligence', 'Intelligence'],
  ['ledger', 'Ledger'],
  ['limits', 'Limits'],
] as const;

function head(name: string): Markup {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ours(policy())}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex"><title>Seawall report: ${name}</title>
<style>${ours(STYLE)}</style></head>
<body><a class="skip" href="#answers">Skip to the answers</a>
`;
}

function banner(answers: Answers, name: string): Markup {
  const { period, marking } = answers;
  const items = NAVIGATION.map(([to, text]) => html`<li><a href="#${to}">${text}</a></li>`);
  return html`<header><div><h1>Seawall report: ${name}</h1>
<p>As of ${formatMinute(answers.asOf)}. Judged from ${formatMinute(period.from)} to ${formatMinute(period.to)}. All times are UTC.</p></div>
${marking !== null && html`<p><span class="tlp">TLP:${marking}</span></p>`}</header>
<nav aria-label="Parts of this report"><ul>${items}</ul></nav>
`;
}

function limits(answers: Answers): Markup {
  return html`<section id="limits" aria-labelledby="limits-h"><h2 id="limits-h">Limits of these answers</h2>
<p class="lead">They hold for everything above, worst first.</p>${bullets(answers.limits) ?? html`<p>None are known.</p>`}</section>
`;
}

function foot(answers: Answers): Markup {
  const { settings } = answers;
  return html`<footer>${pairs([
    ['Case', answers.caseId],
    ['Made by', `Seawall ${answers.version}`],
    [
      'Period asked for',
      settings.since === null && settings.until === null
        ? 'as far as evidence goes'
        : `${settings.since === null ? 'the beginning' : formatInstant(settings.since)} to ${settings.until === null ? 'the end' : formatInstant(settings.until)}`,
    ],
    ['Jurisdictions', settings.jurisdictions.join(', ')],
  ])}<p>This file is complete in itself: it loads nothing and sends nothing. Check a line of proof against the SHA-256 of its file.</p></footer>
`;
}

const DRAWER =
  ours(`<dialog id="drawer" aria-labelledby="drawer-title"><div class="drawer-head"><h2 id="drawer-title">Proof</h2><button type="button" id="drawer-close">Close <span aria-hidden="true">(Esc)</span></button></div><div id="drawer-body"></div></dialog>
`);

function* page(answers: Answers, options: ReportOptions): Generator<Markup> {
  const name = options.caseName ?? answers.caseId;
  yield head(name);
  yield banner(answers, name);
  yield html`<main><div id="answers" tabindex="-1">${cards(answers)}</div>
`;
  yield* findingsSection(answers);
  yield* incidentsSection(answers);
  yield* coverageSection(answers);
  yield checksSection(answers);
  yield scopeSection(answers);
  yield dutiesSection(answers);
  yield devicesSection(answers);
  yield intelligenceSection(answers);
  yield ledgerSection(answers);
  yield limits(answers);
  yield html`</main>
`;
  yield foot(answers);
  yield html`${DRAWER}<script>${ours(SCRIPT)}</script></body></html>
`;
}

/** One file for people that works from a disk without network and can be read without scripts. */
export const htmlReport: Report = {
  id: 'html',
  title: 'Report for people, one file that needs no network',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  write: function* write(answers, options) {
    for (const markup of page(answers, options)) yield markup.text;
  },
};
