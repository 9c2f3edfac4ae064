/** The parts of the page: cards, badges, findings, drawer, pictures, tables. */
export const STYLE_PARTS = `
.cards{display:grid;grid-template-columns:repeat(12,1fr);gap:.9rem;margin-top:1.25rem}
.card{grid-column:span 6;background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:1rem 1.15rem;box-shadow:var(--shadow);display:flex;flex-direction:column}
.card h2{font-size:.95rem;color:var(--quiet);font-weight:600}
.card:first-child{grid-column:span 12}
.card .links{margin-top:auto;padding-top:.6rem;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.92rem}
.sentence{font-size:1.08rem;line-height:1.45;overflow-wrap:anywhere;max-width:56rem}
.verdict{font-size:2rem;line-height:1.15;font-weight:700;margin:.1rem 0 .3rem;background:none!important}
.verdict small{font-size:1rem;font-weight:500;color:var(--quiet)}
.badge{display:inline-block;border-radius:4px;padding:.08rem .45rem;font-size:.82rem;font-weight:650;white-space:nowrap;border:1px solid currentColor}
.sev-critical,.sev-high,.ans-hit{color:var(--hit);background:var(--hit-bg)}
.sev-critical{background:var(--hit);color:var(--panel);border-color:var(--hit)}
.sev-medium{color:var(--warn);background:var(--warn-bg)}
.sev-low,.sev-info,.ans-quiet{color:var(--quiet);background:var(--soft)}
.ans-clear{color:var(--ok);background:var(--ok-bg)}
.ans-cannot-tell{color:var(--unsure);background:var(--unsure-bg)}
.finding{background:var(--panel);border:1px solid var(--line);border-radius:6px;margin:.45rem 0;content-visibility:auto;contain-intrinsic-size:auto 4.2rem}
.finding summary{display:grid;grid-template-columns:6.6rem 1fr auto;gap:.2rem .9rem;align-items:start;padding:.65rem .9rem;cursor:pointer;list-style:none}
.finding summary::-webkit-details-marker{display:none}
.finding summary:hover .title{text-decoration:underline}
.finding summary .badge{justify-self:start;margin-top:.1rem}
.finding details>.proof{padding:.2rem 1rem 1rem;border-top:1px solid var(--line)}
.finding .open{color:var(--accent);font-size:.9rem;white-space:nowrap}
.finding details[open] .open{visibility:hidden}
.finding[hidden]{display:none}
.shows{margin:.5rem 0 0}
.lines{list-style:none;padding-left:0}
.ref{white-space:nowrap}
.file{margin-top:.7rem;font-weight:600;overflow-wrap:anywhere}
.sha{display:block;font-weight:400;font-size:.86rem;color:var(--quiet);overflow-wrap:anywhere}
.filter fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem .9rem;align-items:center}
.filter legend{float:left;padding:0;margin-right:.9rem}
.scripted .filter.js{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;font-size:.92rem;margin-bottom:.8rem}
.filter p{margin:0;color:var(--quiet)}
input[type=search],select,button{font:inherit;color:inherit;background:var(--panel);border:1px solid var(--blind-line);border-radius:4px;padding:.25rem .5rem;max-width:100%}
button{cursor:pointer}
input[type=checkbox]{accent-color:var(--accent);width:1rem;height:1rem;vertical-align:-.1rem}
dialog{margin:0 0 0 auto;width:min(46rem,100vw);max-width:100vw;height:100dvh;max-height:100dvh;border:0;border-left:1px solid var(--line);padding:0;background:var(--panel);color:var(--ink)}
dialog::backdrop{background:rgb(10 15 20/.45)}
.drawer-head{position:sticky;top:0;background:var(--panel);border-bottom:1px solid var(--line);padding:.9rem 1.25rem;display:flex;gap:1rem;align-items:start;justify-content:space-between}
.drawer-head h2{font-size:1.08rem;margin:0;overflow-wrap:anywhere}
.drawer-head button{flex:none}
#drawer-body{padding:.5rem 1.25rem 3rem}
.pairs{margin:.6rem 0;display:grid;gap:.25rem}
.pairs>div{display:grid;grid-template-columns:9.5rem 1fr;gap:.2rem 1rem}
.pairs dt{color:var(--quiet)}
.pairs dd{margin:0;overflow-wrap:anywhere}
.pairs ul{margin:0;padding-left:1.1rem}
.pairs li{margin:0}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:.9rem 1.15rem 1.1rem;margin:.8rem 0}
.panel h3{margin-top:.1rem}
.clocks{list-style:none;padding:0;margin:.2rem 0 .6rem}
.clocks li{padding:.45rem .7rem;border-left:3px solid var(--accent);background:var(--soft);border-radius:0 4px 4px 0}
.clocks .late{border-color:var(--hit);background:var(--hit-bg)}
.late strong,.stale{color:var(--hit);font-weight:650}
.timeline,.timeline ol,.steps{list-style:none;padding-left:0}
.timeline>li{border-left:2px solid var(--line);padding-left:1rem;margin-left:.3rem}
.timeline h4{margin:.5rem 0 .2rem}
.timeline ol li,.step{display:grid;gap:.2rem .8rem;align-items:start;padding:.25rem 0}
.timeline ol li{grid-template-columns:3.6rem 6.4rem 1fr}
.step{grid-template-columns:7.4rem 1fr}
.timeline .badge,.step .badge{justify-self:start}
.fold{margin:.6rem 0}
.fold>summary{cursor:pointer;color:var(--accent);width:fit-content}
.folded{padding:.3rem 0}
.names{columns:14rem;list-style:none;padding:0;font-size:.92rem}
.names li{margin:0;padding:.1rem 0;break-inside:avoid}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:6px;background:var(--panel);margin:.6rem 0}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;padding:.55rem .8rem;color:var(--quiet);font-size:.86rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .8rem;border-top:1px solid var(--line);overflow-wrap:break-word;font-weight:400}
th[scope=row]{overflow-wrap:anywhere}
td time{white-space:nowrap}
thead th{font-weight:650;white-space:nowrap}
tbody th{min-width:14rem}
.num{text-align:right}
.num,.num .meta{white-space:nowrap}
th[scope=row].num{text-align:left}
td p{margin:.1rem 0 .35rem}
.defs{position:absolute}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;list-style:none;padding:0;font-size:.9rem}
.legend svg{vertical-align:-.15rem}
svg .s,.bar .s{fill:var(--seen)}
svg .b{fill:url(#hatch)}
.hb{fill:var(--blind)}.hl{fill:var(--blind-line)}
svg .t{stroke:var(--ink);stroke-width:2;fill:none}
svg .f{stroke:var(--hit);stroke-width:1.5}
svg .dot{stroke-width:9;stroke-linecap:round}
.bar .f{fill:var(--hit);stroke:none}
.bar{display:block;max-width:26rem;margin:.35rem 0;border-radius:2px}
.coverage{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:0 .9rem .6rem;max-height:75vh;overflow:auto}
.axis,#cov-list li{display:grid;grid-template-columns:minmax(8rem,14rem) 5.4rem 1fr;gap:0 .8rem;align-items:start}
.axis{position:sticky;top:0;background:var(--panel);padding:.5rem 0 .2rem;border-bottom:1px solid var(--line);z-index:1}
.axis text{fill:var(--quiet);font-size:10px}
.axis .t{stroke:var(--blind-line);stroke-width:1}
#cov-list{list-style:none;padding:0;margin:0}
#cov-list li{padding:.3rem 0;border-bottom:1px solid var(--line);margin:0;content-visibility:auto;contain-intrinsic-size:auto 3.2rem}
#cov-list li[hidden]{display:none}
#cov-list .name{font-size:.88rem;line-height:14px;padding-top:1px;overflow-wrap:anywhere;font-weight:600}
#cov-list svg{display:block;overflow:visible;width:100%}
.kinds{display:grid;font-size:.76rem;line-height:14px;color:var(--quiet)}
`;
