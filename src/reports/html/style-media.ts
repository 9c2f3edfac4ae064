/** Narrow screens and paper. */
export const STYLE_MEDIA = `
@media (max-width:46rem){
header,main,footer,nav ul{padding-left:.9rem;padding-right:.9rem}
.card,.card:first-child{grid-column:span 12}
.finding summary{grid-template-columns:1fr auto}
.finding summary .what{grid-column:1/-1;grid-row:2}
.step{grid-template-columns:1fr}
.pairs>div{grid-template-columns:6.4rem 1fr}
.timeline ol li{grid-template-columns:3.4rem 1fr}
.timeline ol .what{grid-column:1/-1}
.axis,#cov-list li{grid-template-columns:4.6rem 1fr}
#cov-list .name{grid-column:1/-1;padding-bottom:.15rem}
.axis span:first-child,.axis text:nth-of-type(even){display:none}
tbody th{min-width:11rem}
main>section{margin-top:2.2rem}
}
@media print{
:root{--bg:#fff;--panel:#fff;--ink:#000;--quiet:#444;--line:#bbb;--accent:#000;--soft:#f2f2f2;--hit:#8c1410;--hit-bg:#fff;--warn:#5c3800;--warn-bg:#fff;--ok:#124a28;--ok-bg:#fff;--unsure:#43296b;--unsure-bg:#fff;--seen:#777;--blind:#fff;--blind-line:#aaa;--shadow:none;color-scheme:light}
body{font-size:9.5pt;line-height:1.4}
table{font-size:8pt}th,td{padding:.25rem .4rem;min-width:0!important}thead th{white-space:normal}tbody th{min-width:7rem!important}
@page{margin:14mm 13mm}
nav,.skip,.open,.filter,.js,.scripted .js,.scripted .filter.js,.card .links{display:none}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
.cards{gap:.5rem}.card,.panel,.finding{break-inside:avoid;box-shadow:none}
.finding[open],.finding:has(pre),.panel{break-inside:auto}
h2,h3,h4,.finding summary,.file{break-after:avoid}
pre,tr,.lines li,#cov-list li{break-inside:avoid}
.finding,#cov-list li{content-visibility:visible}
.coverage,.scroll{max-height:none;overflow:visible;border-color:#bbb}
.axis,.drawer-head{position:static}
details::details-content{content-visibility:visible;block-size:auto;opacity:1}
svg,.badge,.sev-critical,.clocks li{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{text-decoration:none}
a[href^="https:"]::after{content:" (" attr(href) ")";font-size:.85em}
}
`;
