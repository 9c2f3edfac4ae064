/** Colours, type and the frame of the page. Contrast of text is at least 4.5 to 1 in light and dark. */
export const STYLE_PAGE = `
:root{color-scheme:light dark;
--bg:#f7f8f9;--panel:#fff;--ink:#1b2127;--quiet:#55606b;--line:#d7dce1;--accent:#0b5c8a;--soft:#eaf0f4;
--hit:#a8201a;--hit-bg:#fbeceb;--warn:#7a4a00;--warn-bg:#fcf3e1;--ok:#1d6238;--ok-bg:#e8f4ec;--unsure:#5b3a8c;--unsure-bg:#f1ecf9;
--seen:#4f8fb8;--blind:#e2e5e8;--blind-line:#8a949e;--shadow:0 1px 2px rgb(20 30 40/.08)}
@media (prefers-color-scheme:dark){:root{
--bg:#12161a;--panel:#1a2026;--ink:#e6eaee;--quiet:#a3aeb9;--line:#343d46;--accent:#7cc0ea;--soft:#222a32;
--hit:#ff9d94;--hit-bg:#3a1d1b;--warn:#f2c069;--warn-bg:#332712;--ok:#86d3a2;--ok-bg:#173023;--unsure:#c9b0f0;--unsure-bg:#2a2140;
--seen:#4f94c0;--blind:#2c343c;--blind-line:#6d7883;--shadow:none}}
*{box-sizing:border-box}
html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--bg);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.86em}
pre{margin:.25rem 0 0;padding:.5rem .65rem;background:var(--soft);border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere}
h1{font-size:1.35rem;line-height:1.25;margin:0;font-weight:650;overflow-wrap:anywhere}
h2{font-size:1.3rem;line-height:1.3;margin:0 0 .35rem;font-weight:650}
h3{font-size:1.05rem;line-height:1.4;margin:1.5rem 0 .5rem;font-weight:650;overflow-wrap:anywhere}
h4{font-size:.95rem;margin:1.1rem 0 .35rem;font-weight:650}
h3 small{font-weight:400;color:var(--quiet);font-size:.85rem}
p{margin:.35rem 0}
ul,ol{margin:.35rem 0;padding-left:1.4rem}
li{margin:.2rem 0;overflow-wrap:anywhere}
.skip{position:absolute;left:-99rem;top:0;background:var(--panel);padding:.6rem 1rem;z-index:9}
.skip:focus{left:.5rem;top:.5rem}
header,main,footer{max-width:74rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem;padding-bottom:1rem;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline;justify-content:space-between}
header p{margin:.15rem 0;color:var(--quiet);font-size:.92rem}
.tlp{border:1px solid currentColor;border-radius:3px;padding:.05rem .4rem;font-size:.85rem;font-weight:650;white-space:nowrap;color:var(--ink)}
nav{position:sticky;top:0;z-index:5;background:var(--bg);border-bottom:1px solid var(--line)}
nav ul{max-width:74rem;margin:0 auto;padding:.1rem 1.25rem;display:flex;gap:1.2rem;list-style:none;overflow-x:auto;scrollbar-width:thin}
nav li{margin:0;flex:none}
nav a{display:block;padding:.6rem 0;font-size:.92rem;text-decoration:none;color:var(--ink);white-space:nowrap}
nav a:hover{text-decoration:underline}
main>section{margin:2.75rem 0 0}
.lead{color:var(--quiet);max-width:48rem;margin-bottom:.9rem}
.quiet,.meta{color:var(--quiet)}
.meta{display:block;font-size:.86rem;overflow-wrap:anywhere}
.title{font-weight:600;overflow-wrap:anywhere}
.note{padding:.6rem .8rem;background:var(--soft);border-left:3px solid var(--blind-line);border-radius:0 4px 4px 0}
footer{margin-top:3rem;padding-top:1rem;padding-bottom:3rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.9rem}
.js{display:none}
.scripted .js{display:block}
`;
